import { Label, TextArea, TextField } from 'react-aria-components'
import type { RemoteTermId } from '../../../../shared/domain/ids.ts'
import { CategoriesField } from '../editor/details/categories-field.tsx'
import { languageName } from '../editor/details/languages.ts'
import { TagsField } from '../editor/details/tags-field.tsx'
import type { PostFields } from '../editor/working-copy.ts'
import { ShareLines } from '../share/share-lines.tsx'
import { ShareLinesToRead } from '../share/share-lines-to-read.tsx'
import { t } from '../../../../shared/words/t.ts'

interface AboutPostProps {
  /** As they are proposed. */
  fields: PostFields
  categoryNames: Record<string, string>
  /** null where they are only read. */
  onChange: ((patch: Partial<PostFields>) => void) | null
}

/** What a reader of the blog meets besides the text. What a reviewer changes here is a suggestion as any other. */
export function AboutPost({ fields, categoryNames, onChange }: AboutPostProps) {
  if (onChange === null) return <AboutPostToRead fields={fields} categoryNames={categoryNames} />
  const ids = new Set([...Object.keys(categoryNames).map((id) => Number(id) as RemoteTermId), ...fields.categoryIds])
  const categories = [...ids]
    .map((remoteId) => ({ remoteId, name: categoryName(categoryNames, remoteId) }))
    .toSorted((one, other) => one.name.localeCompare(other.name))
  return (
    <>
      <p className="field-hint">{t('What you change here is a suggestion too.')}</p>
      <TextField className="field" value={fields.excerpt} onChange={(excerpt) => onChange({ excerpt })}>
        <Label>{t('Excerpt')}</Label>
        <TextArea
          className="input writers-voice"
          dir="auto"
          lang={fields.language || undefined}
          rows={3}
          spellCheck="false"
        />
      </TextField>
      <CategoriesField
        categories={categories}
        chosen={fields.categoryIds}
        onChange={(categoryIds) => onChange({ categoryIds })}
      />
      <TagsField uses={[]} tags={fields.tags} onChange={(tags) => onChange({ tags })} />
      <Fact name={t('Language')} value={languageOf(fields)} />
      <section className="field" aria-label={t('What is to be said elsewhere')}>
        <span className="field-label">{t('Share lines')}</span>
        <ShareLines
          lines={fields.shareLines}
          post={fields}
          blogUrl={SOME_BLOG}
          liveAddress={null}
          onChange={(shareLines) => onChange({ shareLines })}
          copies={false}
        />
      </section>
    </>
  )
}

/** A reviewer may know nothing of the blog: its address only has a length here. */
const SOME_BLOG = 'https://blog.example.org'

function AboutPostToRead({ fields, categoryNames }: Omit<AboutPostProps, 'onChange'>) {
  const { excerpt, categoryIds, tags } = fields
  return (
    <>
      <Fact name={t('Excerpt')} value={excerpt} />
      <Fact name={t('Categories')} value={listed(categoryIds.map((id) => categoryName(categoryNames, id)))} />
      <Fact name={t('Tags')} value={listed(tags)} />
      <Fact name={t('Language')} value={languageOf(fields)} />
      <ShareLinesToRead lines={fields.shareLines} post={fields} />
    </>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className="field">
      <span className="field-label">{name}</span>
      {value === '' ? (
        <span className="field-hint">{t('None', {}, 'a fact about a post')}</span>
      ) : (
        <span className="note-words" dir="auto">
          {value}
        </span>
      )}
    </div>
  )
}

/** One that the blog has no more, or not yet here, keeps its number. */
const categoryName = (names: Record<string, string>, id: RemoteTermId): string =>
  names[id] ?? t('Category {number}', { number: String(id) })

function languageOf({ language: tag, direction }: PostFields): string {
  const language = tag === '' ? t('Not chosen', {}, 'the language of a post') : languageName(tag)
  return direction === 'rtl'
    ? t('{language}, right to left', { language })
    : t('{language}, left to right', { language })
}

/** One behind the other; none is ''. */
const listed = (all: readonly string[]): string =>
  all.length === 0 ? '' : all.reduce((before, last) => t('{before}, {last}', { before, last }, 'a list'))
