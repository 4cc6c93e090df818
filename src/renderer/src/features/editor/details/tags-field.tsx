import { useId, useState } from 'react'
import { Button as AriaButton, Label, Tag, TagGroup, TagList } from 'react-aria-components'
import { t } from '../../../../../shared/words/t.ts'
import { Icon } from '../../../ui/icon.tsx'

interface TagsFieldProps {
  /** Tags that the blog has already. */
  known: readonly string[]
  tags: string[]
  onChange: (tags: string[]) => void
}

/** Tags are names: Enter or a comma ends one. The blog's own tags are offered; an unknown one is made when the post goes. */
export function TagsField({ known, tags, onChange }: TagsFieldProps) {
  const [typed, setTyped] = useState('')
  const listId = useId()
  const offered = known.filter((name) => !tags.includes(name))

  function add(text: string): void {
    const names = text
      .split(/[,،]/)
      .map((name) => name.trim())
      .filter((name) => name !== '')
    const added = names.filter((name, index) => !tags.includes(name) && names.indexOf(name) === index)
    if (added.length > 0) onChange([...tags, ...added])
    setTyped('')
  }

  return (
    <div className="field">
      <TagGroup
        className="field"
        onRemove={(keys) => onChange(tags.filter((tag) => !keys.has(tag)))}
        aria-label={t('Tags of this post')}
      >
        <Label className="field-label">{t('Tags')}</Label>
        <TagList className="tags">
          {tags.map((tag) => (
            <Tag key={tag} id={tag} textValue={tag} className="tag">
              <bdi>{tag}</bdi>
              <AriaButton slot="remove" className="tag-remove">
                <Icon name="close" />
              </AriaButton>
            </Tag>
          ))}
        </TagList>
      </TagGroup>
      <input
        className="input"
        aria-label={t('Add a tag')}
        placeholder={t('Add a tag')}
        dir="auto"
        list={listId}
        value={typed}
        onChange={(event) => {
          const { value } = event.target
          if (/[,،]/.test(value)) add(value)
          else setTyped(value)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          add(typed)
        }}
        onBlur={() => add(typed)}
      />
      <datalist id={listId}>
        {offered.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </div>
  )
}
