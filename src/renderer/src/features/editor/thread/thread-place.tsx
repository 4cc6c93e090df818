import { t } from '../../../../../shared/words/t.ts'
import { Drawer } from '../../../ui/dialog.tsx'
import { laterPart } from '../../../ui/later.tsx'
import type { PostId } from '../../../../../shared/domain/ids.ts'
import type { PostThread } from './use-post-thread.ts'

const ThreadPanel = laterPart(async () => (await import('./thread-panel.tsx')).ThreadPanel)

/** Where the conversation stands while it is open: beside the text, or over it where there is no room. */
export function ThreadPlace({ postId, thread }: { postId: PostId; thread: PostThread }) {
  const { conversation, isDrawer, isOpen, close } = thread
  if (!conversation) return null
  const panel = <ThreadPanel postId={postId} conversation={conversation} thread={thread} />
  if (!isDrawer) return isOpen && panel
  return (
    <Drawer side="end" title={t('Conversation')} isOpen={isOpen} onClose={close}>
      {panel}
    </Drawer>
  )
}
