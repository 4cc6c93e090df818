import { useState } from 'react'
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { describeMerge, mergeSentence } from '../../../../shared/content/merge/describe-merge.ts'
import type { MergeItem } from '../../../../shared/content/merge/post-merge.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { ConflictNames, VersionName } from './item-texts.ts'
import { ItemVersions } from './item-versions.tsx'

const SHOWN_AT_ONCE = 20

interface MergedPartsProps {
  items: readonly MergeItem[]
  names: ConflictNames
  language: string
}

/** What fitted together by itself, folded: it is in the draft whatever is decided. */
export function MergedParts({ items, names, language }: MergedPartsProps) {
  const [isOpen, setIsOpen] = useState(false)
  const [shownCount, setShownCount] = useState(SHOWN_AT_ONCE)
  if (items.length === 0) return null
  const rest = items.length - shownCount
  return (
    <Disclosure className="merged-parts" isExpanded={isOpen} onExpandedChange={setIsOpen}>
      <Heading level={2}>
        <AriaButton slot="trigger" className="button button-quiet">
          <Icon name="chevron" />
          {t('{count, plural, one {# change fitted by itself} other {# changes fitted by themselves}}', {
            count: items.length,
          })}
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        {isOpen && (
          <ol>
            {items.slice(0, shownCount).map((item) => (
              <li key={item.id} className="conflict">
                <h3 className="conflict-name">{describeMerge({ items: [item] }).map(mergeSentence)}</h3>
                <ItemVersions item={item} shown={shownOf(item)} names={names} language={language} />
              </li>
            ))}
          </ol>
        )}
        {isOpen && rest > 0 && (
          <Button look="link" onPress={() => setShownCount(shownCount + 200)}>
            {t('Show {count, number} more', { count: Math.min(rest, 200) })}
          </Button>
        )}
      </DisclosurePanel>
    </Disclosure>
  )
}

function shownOf(item: MergeItem): VersionName[] {
  return item.by === 'both' ? ['mine', 'base', 'theirs'] : item.by === 'mine' ? ['mine', 'base'] : ['base', 'theirs']
}
