import { Label, TextArea, TextField } from 'react-aria-components'
import type { Post } from '../../../../../shared/domain/post.ts'
import type { PostFields, WorkingCopy } from '../working-copy.ts'
import { detailsFieldId } from './focus-details-field.ts'
import { LanguageFields } from './language-fields.tsx'
import { CategoriesField } from './categories-field.tsx'
import { TagsField } from './tags-field.tsx'
import { WhereItLives } from './where-it-lives.tsx'

/** What is about the text: everything a reader of the blog meets besides the words, and where the post is now. */
export function DetailsPanel({ post, copy, fields }: { post: Post; copy: WorkingCopy; fields: PostFields }) {
  const { setFields } = copy
  return (
    <>
      <WhereItLives post={post} copy={copy} />
      <TextField className="field" value={fields.excerpt} onChange={(excerpt) => setFields({ excerpt })}>
        <Label>Excerpt</Label>
        <TextArea
          id={detailsFieldId('excerpt')}
          className="input writers-voice"
          dir="auto"
          lang={fields.language || undefined}
          rows={3}
          spellCheck="false"
        />
      </TextField>
      <CategoriesField
        blogId={post.blogId}
        chosen={fields.categoryIds}
        onChange={(categoryIds) => setFields({ categoryIds })}
      />
      <TagsField blogId={post.blogId} tags={fields.tags} onChange={(tags) => setFields({ tags })} />
      <LanguageFields fields={fields} setFields={setFields} />
    </>
  )
}
