import type { Editor } from '@tiptap/core'
import { t } from '../../../../../shared/words/t.ts'
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
  /** Whether it goes to the top of the blog, or off it; null where that stays. */
  top: boolean | null
}

/** Exactly what, where, when and under whose name. */
export function PublishFacts({ blog, fields, editor, when, top }: PublishFactsProps) {
  const document = readDocument(editor)
  const pictures = picturesOf(document)
  const { title, language } = fields
  return (
    <>
      <dl className="facts">
        <dt>{t('What', {}, 'facts before publishing')}</dt>
        <dd>
          <strong className="writers-voice facts-title">
            <bdi lang={language || undefined}>{title.trim() === '' ? t('Untitled') : title.slice(0, 300)}</bdi>
          </strong>
          {amountWords(countWords(document, language), pictures.length)}
        </dd>
        <dt>{t('Where', {}, 'facts before publishing')}</dt>
        <dd>
          <bdi>{blog.name}</bdi>
          <br />
          <bdi className="field-hint">{blog.url}</bdi>
        </dd>
        <dt>{t('When', {}, 'facts before publishing')}</dt>
        <dd>{when}</dd>
        {top !== null && (
          <>
            <dt>{t('Place', {}, 'facts before publishing')}</dt>
            <dd>{top ? t('Kept at the top of the blog') : t('At the top of the blog no more')}</dd>
          </>
        )}
        <dt>{t('Under the name of')}</dt>
        <dd>
          <bdi>{blog.displayName}</bdi>
        </dd>
      </dl>
    </>
  )
}

const amountWords = (words: number, pictures: number): string =>
  pictures === 0
    ? t('{words, plural, one {# word} other {# words}}', { words })
    : t('{words, plural, one {# word} other {# words}}, {pictures, plural, one {# picture} other {# pictures}}', {
        words,
        pictures,
      })
