import { type ComponentType, type ReactNode, startTransition, useEffect, useLayoutEffect, useState } from 'react'
import { t } from '../../../shared/words/t.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { HeldKeys, handOnHeldKeys } from './held-keys.tsx'
import { untilPainted } from './until-painted.ts'
import { createWindowValue } from './window-value.ts'

/**
 * Parts of the window whose code is not there when it opens. It comes when the part is first shown, or before, when the window has
 * nothing else to do; once there the part is drawn at once, as any other. Where the code cannot be had, the part says so in its
 * own place and can be tried again. React's own `lazy` is not used: what it shows first it shows late.
 */
export type Later<Props> = ComponentType<Props> & {
  /** Asks for the code now. What cannot be had is asked for again when the part is shown. */
  fetch: () => Promise<void>
}

type Load<Props> = () => Promise<ComponentType<Props>>
type Code<Props> = { is: 'away' | 'coming' | 'failed' } | { is: 'here'; Part: ComponentType<Props> }

/** In the order in which the modules were read: what is near comes first. */
const notFetched = new Map<() => Promise<unknown>, () => Promise<void>>()

let comingCount = 0
let isStarting = true
const start = Promise.withResolvers<void>()

/** When what the window opens with is there, and nothing more is waited for. */
export const afterStart: Promise<void> = start.promise

/** However long the blog's own lists take. */
const LONGEST_START_MS = 2000

/** `isBusy` says that something is waited for; so is the code of a place. */
export async function watchStart(isBusy: () => boolean): Promise<void> {
  const timer = setTimeout(start.resolve, LONGEST_START_MS)
  // One answer is what the next question waits for: between the two the window is idle.
  for (let quiet = 0; quiet < 2; quiet = isBusy() || comingCount > 0 ? 0 : quiet + 1) await untilIdle()
  clearTimeout(timer)
  start.resolve()
}
void afterStart.then(() => (isStarting = false))

/** False until what a person opened has been on the screen; true at once afterwards, for what stands beside it, when nothing else is to be done. */
export function useIsNext(): boolean {
  const [isNext, setIsNext] = useState(false)
  useEffect(() => {
    let isGone = false
    void (async () => {
      await untilPainted()
      if (!isGone) startTransition(() => setIsNext(true))
    })()
    return () => {
      isGone = true
    }
  }, [])
  return isNext
}

/** The same while the window starts, and true ever after. */
export function useIsNextAtStart(): boolean {
  const [isAtStart] = useState(() => isStarting)
  return useIsNext() || !isAtStart
}

/** What fills a place. */
export const laterPlace = <Props extends object>(load: Load<Props>): Later<Props> =>
  laterWith(codeOf(load), () => <div className="paper" aria-busy="true" />)

/** What stands in a place beside others: nothing is drawn until it is there, and while the window starts the place comes first. */
export const laterPart = <Props extends object>(load: Load<Props>): Later<Props> =>
  laterWith(codeOf(load, afterStart), () => null)

function laterWith<Props extends object>(
  { useCode, fetch }: ReturnType<typeof codeOf<Props>>,
  Waiting: () => ReactNode,
): Later<Props> {
  function LaterPart(props: Props): ReactNode {
    const code = useCode(true)
    if (code.is === 'here') return <code.Part {...props} />
    return code.is === 'failed' ? <NotFetched onRetry={fetch} /> : <Waiting />
  }
  return Object.assign(LaterPart, { fetch })
}

/** Something that may be closed. Its code is asked for when it first opens; without `isOpen` it is open while it is drawn. */
export function laterDialog<Props extends { isOpen?: boolean; onClose: () => void }>(load: Load<Props>): Later<Props> {
  const { useCode, fetch } = codeOf(load)
  function LaterDialog(props: Props): ReactNode {
    const { isOpen = true, onClose } = props
    const [isWanted, setIsWanted] = useState(isOpen)
    if (isOpen && !isWanted) setIsWanted(true)
    const code = useCode(isWanted)
    if (!isWanted) return null
    if (code.is === 'here') return <code.Part {...props} />
    if (code.is !== 'failed') return isOpen ? <HeldKeys load={load} onClose={onClose} /> : null
    return (
      <Dialog
        title={t('Not there', {}, 'a part of the desk that could not be loaded')}
        isOpen={isOpen}
        onClose={onClose}
      >
        <NotFetched onRetry={fetch} />
        <div className="dialog-actions">
          <Button onPress={onClose}>{t('Close')}</Button>
        </div>
      </Dialog>
    )
  }
  return Object.assign(LaterDialog, { fetch })
}

/**
 * Asks for all that is still away, one after the other and each when the window is idle; `isBusy` says that something else is
 * waited for. What could not be had is left until it is shown.
 */
export async function fetchRestWhenIdle(isBusy: () => boolean): Promise<void> {
  for (;;) {
    await untilIdle()
    if (isBusy()) continue
    // Each may bring parts of its own.
    const [fetch] = notFetched.values()
    if (!fetch) return
    await fetch()
  }
}

function codeOf<Props>(
  load: Load<Props>,
  turn: Promise<void> | null = null,
): { useCode: (isWanted: boolean) => Code<Props>; fetch: () => Promise<void> } {
  const { get, set, use } = createWindowValue<Code<Props>>({ is: 'away' })
  async function fetch(): Promise<void> {
    notFetched.delete(load)
    if (get().is === 'here' || get().is === 'coming') return
    set({ is: 'coming' })
    if (turn) await turn
    comingCount += 1
    const code = await load().then(
      (Part) => ({ is: 'here', Part }) as const,
      () => ({ is: 'failed' }) as const,
    )
    handOnHeldKeys(load, () => set(code))
    comingCount -= 1
  }
  notFetched.set(load, fetch)
  function useCode(isWanted: boolean): Code<Props> {
    useLayoutEffect(() => {
      if (isWanted) void fetch()
    }, [isWanted])
    return use()
  }
  return { useCode, fetch }
}

function NotFetched({ onRetry }: { onRetry: () => Promise<void> }) {
  return (
    <div className="problem" role="alert">
      <h2>{t('This part of the desk could not be loaded.')}</h2>
      <p>
        {t('What was marked as saved is kept.')}{' '}
        {t('Try again. If it stays so, close the window and open the desk anew.')}
      </p>
      <Button look="primary" onPress={() => void onRetry()}>
        {t('Try again')}
      </Button>
    </div>
  )
}

const PAUSE_MS = 50

/** With a pause for those browsers that do not say when they are idle. */
export const untilIdle = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(() => ('requestIdleCallback' in window ? requestIdleCallback(() => resolve()) : resolve()), PAUSE_MS)
  })
