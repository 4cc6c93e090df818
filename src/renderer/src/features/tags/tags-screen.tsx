import { useMemo, useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import { useLocation } from 'wouter'
import { byTagName, listNearPairs, type TagUse } from '../../../../shared/tags/tag-use.ts'
import { numberWords } from '../../../../shared/words/number-words.ts'
import { t } from '../../../../shared/words/t.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Empty } from '../../ui/problem.tsx'
import { NARROW, useMediaQuery } from '../../ui/use-media-query.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { listTag, useListedTag } from '../posts/listed-tag.ts'
import { BestBitsField } from './best-bits-field.tsx'
import { cloudSizes } from './cloud-sizes.ts'
import { useTagUse } from './use-tag-use.ts'
import './tags.css'

type Order = 'use' | 'name'
const MOST_AT_FIRST = 300

/** Every tag of the blog, as large as it is used; those that are nearly the same side by side. One that is pressed lists its posts. */
export function TagsScreen() {
  const blog = useActiveBlog()
  const uses = useTagUse(blog.id)
  const [order, setOrder] = useState<Order>('use')
  const [isWhole, setIsWhole] = useState(false)
  const ordered = useMemo(() => (order === 'use' ? uses : uses?.toSorted(byTagName)), [uses, order])
  const sizes = useMemo(() => cloudSizes(uses ?? []), [uses])
  const pairs = useMemo(() => listNearPairs(uses ?? []), [uses])
  if (!ordered) return null
  if (ordered.length === 0)
    return (
      <div className="tags-screen">
        <Empty title={t('No tags yet')}>
          <p>{t('A tag that you give a post is here at once, and on the blog when the post goes.')}</p>
        </Empty>
        <BestBitsField uses={ordered} />
      </div>
    )
  const shown = isWhole ? ordered : ordered.slice(0, MOST_AT_FIRST)
  return (
    <div className="tags-screen">
      <header className="tags-head">
        <h2>{t('Tags')}</h2>
        <Choice
          label={t('Order')}
          look="quiet"
          value={order}
          options={[
            { id: 'use', label: t('Most used first') },
            { id: 'name', label: t('By name') },
          ]}
          onChange={setOrder}
        />
      </header>
      <ul className="tag-cloud" aria-label={t('Tags')}>
        {shown.map((use) => (
          <li key={use.name}>
            <TagButton use={use} size={sizes.get(use.name) ?? 1} />
          </li>
        ))}
      </ul>
      {shown.length < ordered.length && (
        <Button look="quiet" onPress={() => setIsWhole(true)}>
          {t('Show all {count, number} tags', { count: ordered.length })}
        </Button>
      )}
      <BestBitsField uses={ordered} />
      {pairs.length > 0 && (
        <section aria-labelledby="near-tags">
          <h3 id="near-tags">{t('Nearly the same')}</h3>
          <p className="field-hint">
            {t(
              'Nothing is merged by itself. To put two together, open the posts that have the one and give them the other; a tag that no post has any more can be deleted in the blog’s own administration.',
            )}
          </p>
          <ul className="near-tags">
            {pairs.map(([one, other]) => (
              <li key={`${one.name}\n${other.name}`}>
                <TagButton use={one} size={1} />
                <TagButton use={other} size={1} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function TagButton({ use, size }: { use: TagUse; size: number }) {
  const blog = useActiveBlog()
  const isNarrow = useMediaQuery(NARROW)
  const [, navigate] = useLocation()
  const isListed = useListedTag(blog.id) === use.name
  return (
    <ToggleButton
      className={`tag-of-cloud tag-size-${size}`}
      isSelected={isListed}
      onChange={(isOn) => {
        listTag(blog.id, isOn ? use.name : null)
        // Where the list stands beside it, one looks through several.
        if (isOn && isNarrow) navigate('/writing')
      }}
    >
      <bdi>{use.name}</bdi>{' '}
      <span className="tag-count" aria-hidden="true">
        {numberWords(use.postCount)}
      </span>
      <span className="visually-hidden">
        {t('{count, plural, one {# post} other {# posts}}', { count: use.postCount })}
      </span>
    </ToggleButton>
  )
}
