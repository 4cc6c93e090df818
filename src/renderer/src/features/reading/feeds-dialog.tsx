import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Form, Input, Label, Text, TextField } from 'react-aria-components'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { Feed } from '../../../../shared/domain/reading.ts'
import { feedFaultSentence } from '../../../../shared/reading-sentences.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
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
    <Dialog title="Feeds" isOpen={isOpen} onClose={onClose}>
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
          Done
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
          <Label>Address of a feed, or of a blog</Label>
          <Input className="input" dir="ltr" maxLength={2000} placeholder="blog.example.org" />
          <Text slot="description" className="field-hint">
            A blog’s own page is enough where it names its feed.
          </Text>
        </TextField>
        <Button type="submit" isPending={add.isPending}>
          {add.isPending ? 'Looking…' : 'Add'}
        </Button>
      </div>
      {add.error && <ProblemNote error={appErrorOf(add.error)} attempt="asking" />}
      {!hasOwn && blog.kind !== 'archive' && (
        <Button look="link" isDisabled={add.isPending} onPress={() => add.mutate({ address: blog.url })}>
          <span>
            Add your own blog, <bdi>{blog.name}</bdi>
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
          text: `“${feed.title}” is off the list. What you wrote beside its items is kept.`,
          action: { label: 'Add it again', run: () => add.mutate({ address: feed.address }) },
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
          {feed.fetchedAt !== null && ` · read ${shortTime(feed.fetchedAt)}`}
        </span>
        {fault && (
          <span className="field-error">
            {fault.what} {fault.kept} {fault.next}
          </span>
        )}
      </div>
      <Button
        look="link"
        aria-label={`Remove ${feed.title}`}
        isPending={remove.isPending}
        onPress={() => remove.mutate({ feedId: feed.id })}
      >
        Remove
      </Button>
    </li>
  )
}

const itemsWords = (count: number): string => (count === 1 ? '1 item' : `${count} items`)

const isSamePlace = (one: string, other: string): boolean =>
  one.replace(/\/+$/, '').toLowerCase() === other.replace(/\/+$/, '').toLowerCase()
