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

export interface ToastWords {
  text: string
  action?: { label: string; run: () => void }
  link?: { label: string; follow: () => void }
}

const queue = new ToastQueue<ToastWords>({ maxVisibleToasts: 3 })

/** In the line of those that wait to be said; returns what takes it out again. */
export function queueToast(words: ToastWords, timeoutMs: number): () => void {
  const key = queue.add(words, { timeout: timeoutMs })
  if (words.action) setTimeout(() => queue.close(key), timeoutMs)
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
