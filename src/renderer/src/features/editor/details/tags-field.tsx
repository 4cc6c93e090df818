import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import {
  Button as AriaButton,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Tag,
  TagGroup,
  TagList,
} from 'react-aria-components'
import { tagNameOf } from '../../../../../shared/tags/near-tags.ts'
import { listDoubtfulTags, nearTagFinder, tagsBeginning, type TagUse } from '../../../../../shared/tags/tag-use.ts'
import { t } from '../../../../../shared/words/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { TagQuestion } from './tag-question.tsx'

interface TagsFieldProps {
  /** The tags of the blog, the most used first. */
  uses: readonly TagUse[]
  tags: string[]
  onChange: (tags: string[]) => void
}

const MOST_OFFERED = 50

/**
 * Tags are names: Enter or a comma ends one. The blog's own tags are offered, the most used first; an unknown one is made when
 * the post goes. Enter asks before it takes one that is nearly there already, and a second Enter takes the one there is; what
 * was typed before a comma, or when the field is left, is taken as it is and pointed out beside it.
 */
export function TagsField({ uses, tags, onChange }: TagsFieldProps) {
  const [typed, setTyped] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const [kept, setKept] = useState<readonly string[]>([])
  const input = useRef<HTMLInputElement>(null)
  const question = useRef<HTMLDivElement>(null)
  const findNear = useMemo(() => nearTagFinder(uses), [uses])
  const known = useMemo(() => new Map(uses.map((use) => [use.name, use])), [uses])
  const near = useMemo(
    () => (known.has(tagNameOf(typed)) ? [] : findNear(typed).filter(({ name }) => !tags.includes(name))),
    [typed, findNear, known, tags],
  )
  const asked = isAsked ? near[0] : undefined
  const offered = useMemo(() => {
    const others = tagsBeginning(typed, uses).filter(({ name }) => !tags.includes(name))
    return [...new Set([...near, ...others])].slice(0, MOST_OFFERED)
  }, [near, typed, uses, tags])

  function change(text: string): void {
    setTyped(text)
    setIsAsked(false)
  }

  function add(text: string): void {
    const added = namesIn(text).filter((name) => !tags.includes(name))
    if (added.length > 0) onChange([...tags, ...added])
    change('')
  }

  function answer(name: string): void {
    if (name === tagNameOf(typed)) setKept([...kept, name])
    add(name)
    input.current?.focus()
  }

  // What was typed is the person's, also when the field is gone before it was left.
  const onGone = useEffectEvent(() => add(typed))
  useEffect(() => () => onGone(), [])

  const doubtful = useMemo(
    () => listDoubtfulTags(tags, known, findNear).filter(({ name }) => !kept.includes(name)),
    [tags, known, findNear, kept],
  )

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
      {doubtful.map(({ name, there }) => (
        <p key={name} className="field-hint">
          {t('“{tag}” is nearly the same as “{near}” ({count, plural, one {# post} other {# posts}}).', {
            tag: name,
            near: there.name,
            count: there.postCount,
          })}{' '}
          <Button
            look="link"
            onPress={() => onChange([...new Set(tags.map((tag) => (tag === name ? there.name : tag)))])}
          >
            {t('Use “{tag}”', { tag: there.name })}
          </Button>
        </p>
      ))}
      <ComboBox
        aria-label={t('Add a tag')}
        allowsCustomValue
        menuTrigger="input"
        value={null}
        items={offered}
        inputValue={typed}
        onInputChange={(text) => (/[,،]/.test(text) ? add(text) : change(text))}
        onChange={(name) => {
          if (name !== null) add(String(name))
        }}
        onBlur={({ relatedTarget }) => {
          if (!question.current?.contains(relatedTarget)) add(typed)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setIsAsked(false)
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          // Enter at an offered tag takes that one, and is the list's.
          if (event.currentTarget.hasAttribute('aria-activedescendant')) return
          event.preventDefault()
          if (asked) {
            // A key that is held down is no answer.
            if (!event.nativeEvent.repeat) answer(asked.name)
          } else if (near.length > 0) setIsAsked(true)
          else add(typed)
        }}
      >
        <Input ref={input} className="input" placeholder={t('Add a tag')} dir="auto" />
        <Popover className="popover">
          <ListBox<TagUse> className="menu" dependencies={[near]}>
            {(use) => (
              <ListBoxItem id={use.name} textValue={use.name} className="menu-item">
                <bdi>{use.name}</bdi>
                <span className="field-hint">
                  {near.includes(use)
                    ? t('nearly the same, {count, plural, one {# post} other {# posts}}', { count: use.postCount })
                    : t('{count, plural, one {# post} other {# posts}}', { count: use.postCount })}
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      <div ref={question} aria-live="polite">
        {asked && <TagQuestion typed={tagNameOf(typed)} near={asked} onAnswer={answer} />}
      </div>
    </div>
  )
}

const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,،]/)
      .map(tagNameOf)
      .filter((name) => name !== ''),
  ),
]
