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

/** Exactly what, where, when and under whose name. */
export function PublishFacts({ blog, fields, editor, when }: PublishFactsProps) {
  const document = readDocument(editor)
  const pictures = picturesOf(document)
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
    </>
  )
}

const amount = (count: number, what: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? what : `${what}s`}`
