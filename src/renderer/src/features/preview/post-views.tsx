import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import type { Post } from '../../../../shared/domain/post.ts'
import { readDocument } from '../editor/read-document.ts'
import type { PostFields, WorkingCopy } from '../editor/working-copy.ts'
import { PostFileMenu } from '../interchange/post-file-menu.tsx'
import { PreviewDialog, type PreviewView } from './preview-dialog.tsx'

interface PostViewsProps {
  post: Post
  copy: WorkingCopy
  fields: PostFields
  editor: Editor
}

/** The other ways to look at the open post, and out of it: preview, paper, files. Ctrl+Shift+P opens and closes the preview. */
export function PostViews({ post, copy, fields, editor }: PostViewsProps) {
  const [view, setView] = useState<PreviewView | null>(null)
  const read = useCallback(() => readDocument(editor), [editor])

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'p' || !event.shiftKey || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    setView(view === null ? 'desktop' : null)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])

  return (
    <>
      <PostFileMenu
        postId={post.id}
        onBefore={copy.flush}
        onPreview={() => setView('desktop')}
        onPrint={() => setView('paper')}
      />
      {view !== null && (
        <PreviewDialog
          post={post}
          fields={fields}
          readDocument={read}
          view={view}
          onView={setView}
          onClose={() => setView(null)}
        />
      )}
    </>
  )
}
