import type { Editor } from '@tiptap/core'
import type { Blog } from '../../../../../shared/domain/blog.ts'
import { countWords } from '../../../../../shared/content/count-words.ts'
import { picturesOf } from '../../../../../shared/content/document-pictures.ts'
import { readDocument } from '../read-document.ts'
import type { PostFields } from '../working-copy.ts'

interface PublishFactsProps {
  blog: Blog
  fields: PostFields
  editor: Editor
  when: string
}

/** Exactly what, where, when and under whose name; then what a reader would miss. */
export function PublishFacts({ blog, fields, editor, when }: PublishFactsProps) {
  const document = readDocument(editor)
  const pictures = picturesOf(document)
  const undescribed = pictures.filter(
    (picture) => !picture.attrs.isDecorative && picture.attrs.alt.trim() === '',
  ).length
  const { title, language } = fields
  return (
    <>
      <dl className="facts">
        <dt>What</dt>
        <dd>
          <strong className="writers-voice facts-title">
            <bdi lang={language || undefined}>{title.trim() === '' ? 'Untitled' : title.slice(0, 300)}</bdi>
          </strong>
          {amount(countWords(document, language), 'word')}
          {pictures.length > 0 && `, ${amount(pictures.length, 'picture')}`}
        </dd>
        <dt>Where</dt>
        <dd>
          <bdi>{blog.name}</bdi>
          <br />
          <bdi className="field-hint">{blog.url}</bdi>
        </dd>
        <dt>When</dt>
        <dd>{when}</dd>
        <dt>Under the name of</dt>
        <dd>
          <bdi>{blog.displayName}</bdi>
        </dd>
      </dl>
      {title.trim() === '' && <p className="state-banner tone-waits">It has no title yet.</p>}
      {undescribed > 0 && (
        <p className="state-banner tone-waits">
          {undescribed === 1
            ? 'One picture has no description. Readers who cannot see it get nothing.'
            : `${undescribed} pictures have no description. Readers who cannot see them get nothing.`}
        </p>
      )}
    </>
  )
}

const amount = (count: number, what: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? what : `${what}s`}`
