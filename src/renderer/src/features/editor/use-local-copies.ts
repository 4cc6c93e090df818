import type { Editor } from '@tiptap/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { PostId } from '../../../../shared/domain/ids.ts'
import { useCore } from '../../api/queries.ts'

/** Shows the blog's pictures of this post from this laptop, also those that come down while it is open. null: it is of no blog here. */
export function useLocalCopies(editor: Editor, postId: PostId | null): void {
  const { core } = useCore()
  const copies = useQuery(core.media.shownIn.queryOptions(postId === null ? skipToken : { postId }, { staleTime: 0 }))
  useEffect(() => {
    if (copies.data && !editor.isDestroyed) editor.storage.picture.set(copies.data)
  }, [editor, copies.data])
}
