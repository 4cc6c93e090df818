import { memo } from 'react'
import type { Blog } from '../../../../shared/domain/blog.ts'
import { t } from '../../../../shared/words/t.ts'
import { Button } from '../../ui/button.tsx'
import { NewPostMenu } from '../interchange/new-post-menu.tsx'
import { useNewPost } from './use-new-post.ts'

interface ListHeadProps {
  blog: Blog
  isReading: boolean
  /** The same function for as long as the blog is. */
  onFiles: (files: readonly File[]) => void
}

/** The name of the place and what begins a post. The list below is another one after each pause of typing; this is not drawn for it. */
export const ListHead = memo(function ListHead({ blog, isReading, onFiles }: ListHeadProps) {
  const newPost = useNewPost(blog.id)
  return (
    <header className="column-head">
      <h1>{t('Writing', {}, 'place of the desk')}</h1>
      {blog.kind !== 'archive' && (
        <div className="column-head-acts">
          <Button look="primary" isPending={newPost.isPending} onPress={() => newPost.mutate({ blogId: blog.id })}>
            {t('New post')}
          </Button>
          <NewPostMenu blog={blog} isReading={isReading} onFiles={onFiles} />
        </div>
      )}
    </header>
  )
})
