import { useSyncExternalStore } from 'react'

interface Said {
  words: string
  /** The same words a second time are another saying. */
  at: number
}

let said: Said | null = null
const listeners = new Set<() => void>()

/** Says a sentence to whoever does not see the screen. What everybody has to know is a toast, or stands on the screen. */
export function announce(words: string): void {
  said = { words, at: (said?.at ?? 0) + 1 }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where `announce` is heard, also from within a dialog: react-aria hides what is behind one, except for this. */
export function Announcements() {
  const now = useSyncExternalStore(subscribe, () => said)
  return (
    <output className="visually-hidden" data-live-announcer="true">
      {now && <span key={now.at}>{now.words}</span>}
    </output>
  )
}
