import { laterPart } from './later.tsx'
import type { ToastWords } from './toast-region.tsx'

const region = () => import('./toast-region.tsx')

/** Where toasts appear. */
export const Toasts = laterPart(async () => (await region()).Toasts)

/**
 * Says what happened, with at most one thing to do about it and one place to go. Stays 10 s unless told otherwise; never under
 * 5 s. What there is to do ends with that time, also for one that waited behind others or lies under the pointer.
 */
export function showToast(words: ToastWords, timeoutMs = 10_000): void {
  showToastUntil(words, timeoutMs)
}

/** The same, for what may be over sooner: returns what takes it away. */
export function showToastUntil(words: ToastWords, timeoutMs = 10_000): () => void {
  let takeAway: (() => void) | null = null
  let isOver = false
  const show = async (): Promise<void> => {
    const { queueToast } = await region()
    if (!isOver) takeAway = queueToast(words, Math.max(5000, timeoutMs))
  }
  // Where it cannot be shown, `Toasts` says so.
  show().catch(() => {})
  return () => {
    isOver = true
    takeAway?.()
  }
}
