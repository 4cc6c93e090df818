import { useQuery } from '@tanstack/react-query'
import { useCore } from '../../../api/queries.ts'
import { laterDialog } from '../../../ui/later.tsx'
import { useChosenFiles, type FileToOpen } from './files-to-open.ts'

const OpenFileDialog = laterDialog(async () => (await import('./open-file-dialog.tsx')).OpenFileDialog)

/** Whatever is shown: a review file that was chosen, dropped, or opened by a double click is opened over it, one after the other. */
export function OpenedFile() {
  const { core, client } = useCore()
  const [chosen] = useChosenFiles()
  const [given] = useQuery(core.reviews.given.queryOptions()).data ?? []
  const file: FileToOpen | undefined =
    chosen ??
    (given && {
      ...given,
      read: (passphrase) => client.reviews.readGiven.mutate({ id: given.id, passphrase }),
      setAside: () => void client.reviews.setAside.mutate({ id: given.id }),
    })
  return file && <OpenFileDialog key={file.id} file={file} onClose={file.setAside} />
}
