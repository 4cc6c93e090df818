import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { numberWords } from '../../../../shared/words/number-words.ts'

export type ReviewTab = 'suggestions' | 'notes' | 'about' | 'trail'

interface ReviewTabsProps {
  tab: ReviewTab
  onTab: (tab: ReviewTab) => void
  counts: { suggestions: number; notes: number }
  suggestions: ReactNode
  notes: ReactNode
  about: ReactNode
  trail: ReactNode
}

/** What is said about the text: exact changes, notes, what stands beside it, and who did what when. */
export function ReviewTabs({ tab, onTab, counts, suggestions, notes, about, trail }: ReviewTabsProps) {
  return (
    <Tabs className="details" selectedKey={tab} onSelectionChange={(key) => onTab(key as ReviewTab)}>
      <TabList className="details-tabs" aria-label={t('About this review')}>
        <Tab id="suggestions" className="details-tab">
          {t('Suggestions')}
          <Count of={counts.suggestions} />
        </Tab>
        <Tab id="notes" className="details-tab">
          {t('Notes', {}, 'of a review')}
          <Count of={counts.notes} />
        </Tab>
        <Tab id="about" className="details-tab">
          {t('About', {}, 'what stands beside the text of a post')}
        </Tab>
        <Tab id="trail" className="details-tab">
          {t('Trail', {}, 'of a review')}
        </Tab>
      </TabList>
      <TabPanel id="suggestions" className="details-body">
        {suggestions}
      </TabPanel>
      <TabPanel id="notes" className="details-body">
        {notes}
      </TabPanel>
      <TabPanel id="about" className="details-body">
        {about}
      </TabPanel>
      <TabPanel id="trail" className="details-body">
        {trail}
      </TabPanel>
    </Tabs>
  )
}

const Count = ({ of }: { of: number }) =>
  of > 0 && <span className="details-count review-count">{numberWords(of)}</span>
