import { FileTrigger } from 'react-aria-components'
import { useCore } from '../../../api/queries.ts'
import { Button } from '../../../ui/button.tsx'
import { openReviewFiles } from './files-to-open.ts'
import { t } from '../../../../../shared/words/t.ts'

export function OpenFileButton({ look = 'plain' }: { look?: 'plain' | 'primary' }) {
  const { client } = useCore()
  return (
    <FileTrigger
      acceptedFileTypes={['.attache-review']}
      allowsMultiple
      onSelect={(files) => openReviewFiles(client, [...(files ?? [])])}
    >
      <Button look={look}>{t('Open a review file…')}</Button>
    </FileTrigger>
  )
}
