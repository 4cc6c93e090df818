import { walkDocument } from '../../../shared/content/document-walk.ts'
import type { PostDocument } from '../../../shared/content/document.ts'
import type { PostId } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import { hashJson } from '../content-hash.ts'
import type { Desk } from '../store/desk.ts'

type Text = Pick<PostWords, 'title' | 'document' | 'excerpt'>

/** Whether the text was corrected: a tag or a category corrects nothing. */
export const hashText = ({ title, document, excerpt }: Text): string => hashJson({ title, document, excerpt })

export const countNotes = (document: PostDocument): number =>
  [...walkDocument(document)].filter((node) => node.type === 'paragraph' && node.attrs.variant === 'update-note').length

/**
 * Others' words came into the post. Where the person had corrected nothing yet, the correction is measured from the new text;
 * notes that others wrote count on neither side. Call inside a transaction.
 */
export function measureFromReplaced(
  desk: Desk,
  postId: PostId,
  { before, after }: { before: Text; after: Text },
): void {
  desk.corrections.moveAlong(postId, {
    from: hashText(before),
    to: hashText(after),
    notesAdded: countNotes(after.document) - countNotes(before.document),
  })
}
