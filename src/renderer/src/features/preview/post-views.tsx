import type { Editor } from '@tiptap/core'
import { useCallback, useState } from 'react'
import type { Post } from '../../../../shared/domain/post.ts'
import { useCommand } from '../commands/registered-commands.ts'
import { readDocument } from '../editor/read-document.ts'
import type { PostFields, WorkingCopy } from '../editor/working-copy.ts'
import { PostFileMenu } from '../interchange/post-file-menu.tsx'
import type { PreviewView } from './preview-dialog.tsx'
import { laterDialog } from '../../ui/later.tsx'

const PreviewDialog = laterDialog(async () => (await import('./preview-dialog.tsx')).PreviewDialog)

interface PostViewsProps {
  post: Post
  copy: WorkingCopy
  fields: PostFields
  editor: Editor
}

/** The other ways to look at the open post, and out of it: preview, paper, files. */
export function PostViews({ post, copy, fields, editor }: PostViewsProps) {
  const [view, setView] = useState<PreviewView | null>(null)
  const read = useCallback(() => readDocument(editor), [editor])

  useCommand('preview', () => setView(view === null ? 'desktop' : null))
  useCommand('print', () => void copy.flush().then(() => setView('paper')))

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
