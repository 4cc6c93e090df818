import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { memo } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { useCore } from '../../../api/queries.ts'
import type { Post } from '../../../../../shared/domain/post.ts'
import { t } from '../../../../../shared/words/t.ts'
import { BlogPurpose } from '../../insight/blog-purpose.tsx'
import { OtherLanguages } from '../../pairs/other-languages.tsx'
import type { TagUse } from '../../../../../shared/tags/tag-use.ts'
import { AimFields } from '../../insight/aim-fields.tsx'
import { useTagUse } from '../../tags/use-tag-use.ts'
import type { PostFields, WorkingCopy } from '../working-copy.ts'
import { ClassicFormLine } from '../classic/classic-form-line.tsx'
import type { ClassicForm } from '../classic/use-classic-form.ts'
import { BestBitField } from './best-bit-field.tsx'
import { detailsFieldId } from './focus-details-field.ts'
import { LanguageFields } from './language-fields.tsx'
import { CategoriesField } from './categories-field.tsx'
import { PagePlaceField } from './page-place-field.tsx'
import { StickyField } from './sticky-field.tsx'
import { TagsField } from './tags-field.tsx'
import { WhereItLives } from './where-it-lives.tsx'

const NO_TAGS: readonly TagUse[] = []

interface DetailsPanelProps {
  post: Post
  copy: WorkingCopy
  fields: PostFields
  editor: Editor
  form: ClassicForm
}

/**
 * What is about the text: everything a reader of the blog meets besides the words, and where the post is now. Not drawn anew for what
 * spelling and checks find at each pause of typing.
 */
export const DetailsPanel = memo(function DetailsPanel({ post, copy, fields, editor, form }: DetailsPanelProps) {
  const { core } = useCore()
  const { setFields } = copy
  const terms = useQuery(core.blogs.terms.queryOptions({ blogId: post.blogId })).data ?? []
  // WordPress gives a page no terms, and no excerpt unless the site's theme does.
  const isPage = post.kind === 'page'
  const uses = useTagUse(post.blogId) ?? NO_TAGS
  return (
    <>
      <WhereItLives post={post} copy={copy} />
      <ClassicFormLine editor={editor} form={form} />
      {(!isPage || fields.excerpt !== '') && (
        <TextField className="field" value={fields.excerpt} onChange={(excerpt) => setFields({ excerpt })}>
          <Label>{t('Excerpt')}</Label>
          <TextArea
            id={detailsFieldId('excerpt')}
            className="input writers-voice"
            dir="auto"
            lang={fields.language || undefined}
            rows={3}
            spellCheck="false"
          />
        </TextField>
      )}
      {isPage && <PagePlaceField post={post} />}
      {!isPage && (
        <>
          <CategoriesField
            categories={terms.filter(({ taxonomy }) => taxonomy === 'category')}
            chosen={fields.categoryIds}
            onChange={(categoryIds) => setFields({ categoryIds })}
          />
          <TagsField uses={uses} tags={fields.tags} onChange={(tags) => setFields({ tags })} />
          <BestBitField blogId={post.blogId} tags={fields.tags} onChange={(tags) => setFields({ tags })} />
          <StickyField post={post} />
        </>
      )}
      <LanguageFields fields={fields} setFields={setFields} />
      <OtherLanguages post={post} language={fields.language} keep={copy.keep} />
      <BlogPurpose blogId={post.blogId} />
      {!isPage && <AimFields post={post} />}
    </>
  )
})
