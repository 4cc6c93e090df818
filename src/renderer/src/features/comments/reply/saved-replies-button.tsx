import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { useActiveBlog } from '../../blogs/active-blog.ts'
import { SavedRepliesDialog } from './saved-replies-dialog.tsx'
import { t } from '../../../../../shared/words/t.ts'

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
