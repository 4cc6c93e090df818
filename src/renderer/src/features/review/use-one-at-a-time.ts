import { useState } from 'react'

/** Pressed twenty times it is done once. What went wrong is said by the act itself; the words stay where they are. */
export function useOneAtATime(work: () => Promise<void>): { isPending: boolean; run: () => void } {
  const [isPending, setIsPending] = useState(false)
  async function once(): Promise<void> {
    setIsPending(true)
    try {
      await work()
    } catch {
      // Said already.
    } finally {
      setIsPending(false)
    }
  }
  return { isPending, run: () => (isPending ? undefined : void once()) }
}
