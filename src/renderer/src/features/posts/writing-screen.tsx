import { useState } from 'react'
import { t } from '../../../../shared/words/t.ts'
import { Drawer } from '../../ui/dialog.tsx'
import { useIsNextAtStart } from '../../ui/later.tsx'
import { Empty } from '../../ui/problem.tsx'
import { CROWDED, NARROW, useMediaQuery } from '../../ui/use-media-query.ts'
import { DueList } from '../comments/due-list.tsx'
import { useIsThreadBeside } from '../comments/thread-beside.ts'
import { usePostAhead } from '../editor/opened-post.ts'
import { useFocusMode } from '../editor/focus-mode.ts'
import { EditorScreen, TagsScreen } from '../shell/places.ts'
import { PostList } from './post-list.tsx'
import './posts.css'

/** Second column: which post. Middle: the post, or the tags of all. In a narrow window the list is a drawer while a post is open. */
export function WritingScreen({ postId, shows = 'post' }: { postId: string | null; shows?: 'post' | 'tags' }) {
  const isNarrow = useMediaQuery(NARROW)
  const [isListOpen, setIsListOpen] = useState(false)
  const isFocused = useFocusMode()
  const isCrowded = useMediaQuery(CROWDED)
  const isThreadBeside = useIsThreadBeside(postId)
  const isListDrawn = useIsNextAtStart()
  const isListFolded = isNarrow || (isCrowded && isThreadBeside)

  if (postId === null && shows === 'tags') {
    return (
      <div className="writing">
        {!isNarrow && <PostList key="posts" openId={null} />}
        <div className="paper">
          <TagsScreen />
        </div>
      </div>
    )
  }
  if (postId === null) {
    return (
      <div className={isNarrow ? 'writing writing-stacked' : 'writing'}>
        {isNarrow && <DueList />}
        <PostList key="posts" openId={null} />
        {!isNarrow && (
          <div className="paper">
            <Empty title={t('Nothing is open')}>
              <p>{t('Choose a post on the left, or write a new one.')}</p>
            </Empty>
            <DueList />
          </div>
        )}
      </div>
    )
  }
  return (
    <div className={isListFolded ? 'writing writing-open writing-folded' : 'writing writing-open'}>
      {isListFolded && (
        <Drawer side="start" title={t('Posts')} isOpen={isListOpen} onClose={() => setIsListOpen(false)}>
          <PostList openId={postId} onChosen={() => setIsListOpen(false)} />
        </Drawer>
      )}
      {/* The same list, with its filter and the report it shows, whatever stands before it; hidden beside a conversation. */}
      {!isNarrow &&
        !isFocused &&
        (isListDrawn ? <PostList key="posts" openId={postId} /> : <div key="posts" className="column" />)}
      <OpenPost key={postId} postId={postId} onShowList={isListFolded ? () => setIsListOpen(true) : null} />
    </div>
  )
}

function OpenPost(props: { postId: string; onShowList: (() => void) | null }) {
  usePostAhead(props.postId)
  return <EditorScreen {...props} />
}
