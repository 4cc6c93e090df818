import type { Editor } from '@tiptap/core'
import type { Post } from '../../../../../shared/domain/post.ts'
import { numberWords } from '../../../../../shared/words/number-words.ts'
import { t } from '../../../../../shared/words/t.ts'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { ChecksPanel } from '../checks/checks-panel.tsx'
import { OpenCount } from '../checks/open-count.tsx'
import type { Checks } from '../checks/use-checks.ts'
import type { Spelling } from '../spelling/use-spelling.ts'
import { SealCard } from '../../review/seal-card.tsx'
import { usePostReview } from '../../review/use-post-review.ts'
import { usePairs } from '../../pairs/use-pairs.ts'
import { Outline } from '../outline/outline.tsx'
import type { ClassicForm } from '../classic/use-classic-form.ts'
import type { PostFields, WorkingCopy } from '../working-copy.ts'
import { DetailsPanel } from './details-panel.tsx'
import { laterPart } from '../../../ui/later.tsx'
import type { Live } from '../../../ui/live.ts'
import './details.css'

const HistoryTab = laterPart(async () => (await import('../history/history-tab.tsx')).HistoryTab)
const ReviewBeside = laterPart(async () => (await import('../../review/review-beside.tsx')).ReviewBeside)
const SharePanel = laterPart(async () => (await import('../../share/share-panel.tsx')).SharePanel)
const SourcePanel = laterPart(async () => (await import('../../pairs/source-panel.tsx')).SourcePanel)

export type DetailsTab = 'about' | 'source' | 'checks' | 'review' | 'share' | 'history' | 'outline'

interface DetailsTabsProps {
  post: Post
  copy: WorkingCopy
  fields: PostFields
  editor: Editor
  checks: Live<Checks>
  form: ClassicForm
  spelling: Live<Spelling>
  tab: DetailsTab
  onTab: (tab: DetailsTab) => void
  /** The person went into the text: a sheet that covers it has done its work. */
  onGoneToText: () => void
}

/** What is about the text, one matter per tab. A new one is a `Tab` and a `TabPanel` here. */
export function DetailsTabs({
  post,
  copy,
  fields,
  editor,
  checks,
  form,
  spelling,
  tab,
  onTab,
  onGoneToText,
}: DetailsTabsProps) {
  const review = usePostReview(post.id)
  const { source } = usePairs(post.id)
  const isGone = (tab === 'review' && !review) || (tab === 'source' && !source)
  return (
    <Tabs
      className="details"
      selectedKey={isGone ? 'about' : tab}
      onSelectionChange={(key) => onTab(key as DetailsTab)}
    >
      <TabList className="details-tabs" aria-label={t('About this post')}>
        <Tab id="about" className="details-tab">
          {t('About', {}, 'what is about a post')}
        </Tab>
        {source && (
          <Tab id="source" className="details-tab">
            {t('Source', {}, 'the text that this one translates')}
          </Tab>
        )}
        <Tab id="checks" className="details-tab">
          {t('Before you publish')}
          <OpenCount checks={checks} />
        </Tab>
        {review && (
          <Tab id="review" className="details-tab">
            {t('Review', {}, 'place')}
            {review.noteCount > 0 && (
              <span className="details-count review-count">{numberWords(review.noteCount)}</span>
            )}
          </Tab>
        )}
        <Tab id="share" className="details-tab">
          {t('Share')}
        </Tab>
        <Tab id="history" className="details-tab">
          {t('History')}
        </Tab>
        <Tab id="outline" className="details-tab">
          {t('Outline')}
        </Tab>
      </TabList>
      <TabPanel id="about" className="details-body">
        <DetailsPanel post={post} copy={copy} fields={fields} editor={editor} form={form} />
      </TabPanel>
      {source && (
        <TabPanel id="source" className="details-body">
          <SourcePanel post={post} source={source} editor={editor} flush={copy.flush} onGone={onGoneToText} />
        </TabPanel>
      )}
      <TabPanel id="checks" className="details-body">
        <ChecksPanel checks={checks} spelling={spelling} />
        <SealCard post={post} keep={copy.keep} />
      </TabPanel>
      {review && (
        <TabPanel id="review" className="details-body">
          <ReviewBeside review={review} fields={fields} editor={editor} flush={copy.flush} />
        </TabPanel>
      )}
      <TabPanel id="share" className="details-body">
        <SharePanel post={post} copy={copy} fields={fields} />
      </TabPanel>
      <TabPanel id="history" className="details-body history-body">
        <HistoryTab post={post} copy={copy} />
      </TabPanel>
      <TabPanel id="outline" className="details-body">
        <Outline editor={editor} onGone={onGoneToText} />
      </TabPanel>
    </Tabs>
  )
}
