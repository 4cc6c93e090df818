import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useHandOut } from '../interchange/use-hand-out.ts'

/** Everything this laptop has of a blog as one file, as WordPress itself exports and imports it. */
export function SaveBlogCopy({ blog }: { blog: Blog }) {
  const { core } = useCore()
  const { saveFile } = useHandOut()
  const save = useMutation(
    core.archives.exportBlog.mutationOptions({
      onSuccess: (file) => {
        saveFile(file, t('Words not sent yet are not in it.'))
      },
      onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }),
    }),
  )
  return (
    <Button look="link" isPending={save.isPending} onPress={() => save.mutate({ blogId: blog.id })}>
      {save.isPending ? t('Writing the copy…') : t('Save a copy of the blog…')}
    </Button>
  )
}

export function RemoveArchiveDialog({ blog, isOpen, onClose }: { blog: Blog; isOpen: boolean; onClose: () => void }) {
  const { core } = useCore()
  const remove = useMutation(core.archives.remove.mutationOptions({ onSuccess: onClose }))
  return (
    <Dialog
      title={t('Take the archive {name} off this laptop?', { name: blog.name })}
      isOpen={isOpen}
      onClose={onClose}
    >
      <p>{t('Its posts and comments go from this desk. The file it came from stays, and can be opened again.')}</p>
      {remove.error && <ProblemNote error={appErrorOf(remove.error)} attempt="asking" />}
      <div className="dialog-actions">
        <Button onPress={onClose}>{t('Keep it', {}, 'an archive')}</Button>
        <Button look="primary" isPending={remove.isPending} onPress={() => remove.mutate({ blogId: blog.id })}>
          {t('Take it off', {}, 'an archive')}
        </Button>
      </div>
    </Dialog>
  )
}

/** What can be done about an archive as a whole. */
export function ArchiveActs({ blog }: { blog: Blog }) {
  const [isRemoving, setIsRemoving] = useState(false)
  return (
    <div className="dialog-actions">
      <Button look="link" onPress={() => setIsRemoving(true)}>
        {t('Take it off this laptop…')}
      </Button>
      <SaveBlogCopy blog={blog} />
      <RemoveArchiveDialog blog={blog} isOpen={isRemoving} onClose={() => setIsRemoving(false)} />
    </div>
  )
}
