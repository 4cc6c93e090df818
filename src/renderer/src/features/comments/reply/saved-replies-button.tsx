import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { laterDialog } from '../../../ui/later.tsx'
import { useActiveBlog } from '../../blogs/active-blog.ts'
import { t } from '../../../../../shared/words/t.ts'

const SavedRepliesDialog = laterDialog(async () => (await import('./saved-replies-dialog.tsx')).SavedRepliesDialog)

export function SavedRepliesButton() {
  const blog = useActiveBlog()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>{t('Saved replies…')}</Button>
      {isOpen && (
        <SavedRepliesDialog blogId={blog.id} open={{ what: 'list' }} isOpen onClose={() => setIsOpen(false)} />
      )}
    </>
  )
}
