import type { ReactNode } from 'react'
import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { t } from '../../../shared/words/t.ts'
import { Button, IconButton } from './button.tsx'
import { Icon } from './icon.tsx'

interface ToastWords {
  text: string
  action?: { label: string; run: () => void }
  link?: { label: string; follow: () => void }
}

const queue = new ToastQueue<ToastWords>({ maxVisibleToasts: 3 })

/**
 * Says what happened, with at most one thing to do about it and one place to go. Stays 10 s unless told otherwise; never under
 * 5 s. What there is to do ends with that time, also for one that waited behind others or lies under the pointer.
 */
export function showToast(words: ToastWords, timeoutMs = 10_000): void {
  showToastUntil(words, timeoutMs)
}

/** The same, for what may be over sooner: returns what takes it away. */
export function showToastUntil(words: ToastWords, timeoutMs = 10_000): () => void {
  const timeout = Math.max(5000, timeoutMs)
  const key = queue.add(words, { timeout })
  if (words.action) setTimeout(() => queue.close(key), timeout)
  return () => queue.close(key)
}

export function Toasts() {
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={t('What just happened')}>
      {({ toast }) => (
        <Toast toast={toast} className="toast">
          <ToastContent>
            <Text slot="title" className="toast-words">
              {withQuotesApart(toast.content.text)}
            </Text>
          </ToastContent>
          {toast.content.action && (
            <Button
              look="link"
              onPress={() => {
                toast.content.action?.run()
                queue.close(toast.key)
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          {toast.content.link && (
            <Button
              look="link"
              onPress={() => {
                toast.content.link?.follow()
                queue.close(toast.key)
              }}
            >
              {toast.content.link.label}
            </Button>
          )}
          <IconButton name={t('Dismiss')} slot="close">
            <Icon name="close" />
          </IconButton>
        </Toast>
      )}
    </ToastRegion>
  )
}

/** The sentence goes in its own direction, whatever it begins with: a quoted title does not turn it around. */
const withQuotesApart = (text: string): ReactNode[] =>
  text
    .split(/((?<=“)[^”]*(?=”)|(?<=«)[^»]*(?=»))/u)
    // oxlint-disable-next-line react/no-array-index-key -- parts of one sentence have no other name
    .map((part, index) => (index % 2 === 1 ? <bdi key={index}>{part}</bdi> : part))
