import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Form, Input, Label, Text, TextField } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { Feed } from '../../../../shared/domain/reading.ts'
import { feedFaultSentence } from '../../../../shared/reading-sentences.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { Rich } from '../../ui/rich.tsx'
import { shortTime } from '../../ui/times.ts'
import { showToast } from '../../ui/toasts.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'

interface FeedsDialogProps {
  feeds: readonly Feed[]
  isOpen: boolean
  onClose: () => void
}

/** What is read here: one more by its address, and what came in the way of each. */
export function FeedsDialog({ feeds, isOpen, onClose }: FeedsDialogProps) {
  return (
    <Dialog title={t('Feeds')} isOpen={isOpen} onClose={onClose}>
      <AddFeed feeds={feeds} />
      {feeds.length > 0 && (
        <ul className="feeds">
          {feeds.map((feed) => (
            <FeedLine key={feed.id} feed={feed} />
          ))}
        </ul>
      )}
      <div className="dialog-actions">
        <Button look="primary" onPress={onClose}>
          {t('Done')}
        </Button>
      </div>
    </Dialog>
  )
}

function AddFeed({ feeds }: { feeds: readonly Feed[] }) {
  const { core } = useCore()
  const blog = useActiveBlog()
  const [address, setAddress] = useState('')
  const add = useMutation(core.reading.add.mutationOptions({ onSuccess: () => setAddress('') }))
  const hasOwn = feeds.some(({ siteUrl }) => siteUrl !== null && isSamePlace(siteUrl, blog.url))
  return (
    <Form
      className="add-feed"
      onSubmit={(event) => {
        event.preventDefault()
        if (address.trim() !== '') add.mutate({ address })
      }}
    >
      <div className="add-feed-line">
        <TextField className="field" value={address} onChange={setAddress}>
          <Label>{t('Address of a feed, or of a blog')}</Label>
          <Input className="input" dir="ltr" maxLength={2000} placeholder="blog.example.org" />
          <Text slot="description" className="field-hint">
            {t('A blog’s own page is enough where it names its feed.')}
          </Text>
        </TextField>
        <Button type="submit" isPending={add.isPending}>
          {add.isPending ? t('Looking…') : t('Add')}
        </Button>
      </div>
      {add.error && <ProblemNote error={appErrorOf(add.error)} attempt="asking" />}
      {!hasOwn && blog.kind !== 'archive' && (
        <Button look="link" isDisabled={add.isPending} onPress={() => add.mutate({ address: blog.url })}>
          <span>
            <Rich
              message="Add your own blog, <blog>{name}</blog>"
              values={{ name: blog.name }}
              parts={{ blog: <bdi /> }}
            />
          </span>
        </Button>
      )}
    </Form>
  )
}

function FeedLine({ feed }: { feed: Feed }) {
  const { core } = useCore()
  const onError = (error: unknown): void => showToast({ text: errorLine(appErrorOf(error)) })
  const add = useMutation(core.reading.add.mutationOptions({ onError }))
  const remove = useMutation(
    core.reading.remove.mutationOptions({
      onError,
      onSuccess: () =>
        showToast({
          text: t('“{name}” is off the list. What you wrote beside its items is kept.', { name: feed.title }),
          action: { label: t('Add it again'), run: () => add.mutate({ address: feed.address }) },
        }),
    }),
  )
  const fault = feed.fault === null ? null : feedFaultSentence(feed.fault)
  return (
    <li>
      <div>
        <strong dir="auto">{feed.title}</strong>
        <span className="field-hint">
          <bdi>{new URL(feed.address).host}</bdi> · {itemsWords(feed.itemCount)}
          {feed.fetchedAt !== null && ` · ${t('read {time}', { time: shortTime(feed.fetchedAt) }, 'a feed')}`}
        </span>
        {fault && (
          <span className="field-error">
            {fault.what} {fault.kept} {fault.next}
          </span>
        )}
      </div>
      <Button
        look="link"
        aria-label={t('Remove {name}', { name: feed.title })}
        isPending={remove.isPending}
        onPress={() => remove.mutate({ feedId: feed.id })}
      >
        {t('Remove')}
      </Button>
    </li>
  )
}

const itemsWords = (count: number): string => t('{count, plural, one {# item} other {# items}}', { count }, 'of a feed')

const isSamePlace = (one: string, other: string): boolean =>
  one.replace(/\/+$/, '').toLowerCase() === other.replace(/\/+$/, '').toLowerCase()
