import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { laterPart } from '../../ui/later.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { keptUndo, openedPost } from './opened-post.ts'
import { PostEditor } from './post-editor.tsx'
import './editor.css'
import './post-text.css'
import './blocks/blocks.css'
import './insert/insert.css'

const PostToRead = laterPart(async () => (await import('../archives/post-to-read.tsx')).PostToRead)

interface EditorScreenProps {
  postId: string
  /** Opens the list of posts where it has no column of its own. */
  onShowList: (() => void) | null
}

/** Reads the post once; from then on the working copy in this window is the truth, see use-working-copy.ts. */
export function EditorScreen({ postId, onShowList }: EditorScreenProps) {
  const { core } = useCore()
  const blog = useActiveBlog()
  const post = useQuery(openedPost(core, postId))
  // Asked for beside the post, so that the first key finds its past. Without an answer there is none.
  const undo = useQuery(keptUndo(core, postId))
  if (post.error) {
    return (
      <div className="paper">
        <Problem error={appErrorOf(post.error)}>
          <Link href="/writing" className="button">
            {t('Back to the posts')}
          </Link>
        </Problem>
      </div>
    )
  }
  if (!post.data || undo.isPending) return <div className="paper" aria-busy="true" />
  if (blog.kind === 'archive' || post.data.isOnlyToRead)
    return <PostToRead key={post.data.id} post={post.data} onShowList={onShowList} />
  return <PostEditor post={post.data} keptUndo={undo.data ?? null} onShowList={onShowList} />
}
