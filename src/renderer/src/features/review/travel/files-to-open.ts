import { useSyncExternalStore } from 'react'
import type { TakenReviews } from '../../../../../shared/domain/review.ts'
import type { CoreAccess } from '../../../api/queries.ts'

/** A review file that somebody chose, dropped, or opened by the system. */
export interface FileToOpen {
  id: string
  fileName: string
  /** null: no passphrase was typed yet. */
  read: (passphrase: string | null) => Promise<TakenReviews>
  /** It was looked at, or is not to be. */
  setAside: () => void
}

let waiting: readonly FileToOpen[] = []
let takenCount = 0
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Asks the window to open files, one after the other. */
export function openReviewFiles(client: CoreAccess['client'], files: readonly File[]): void {
  waiting = [...waiting, ...files.map((file) => chosen(client, file))]
  tell()
}

function chosen(client: CoreAccess['client'], file: File): FileToOpen {
  const id = crypto.randomUUID()
  return {
    id,
    fileName: file.name,
    read: async (passphrase) =>
      client.reviews.readFile.mutate({ bytes: new Uint8Array(await file.arrayBuffer()), passphrase }),
    setAside() {
      waiting = waiting.filter((each) => each.id !== id)
      tell()
    },
  }
}

export const useChosenFiles = (): readonly FileToOpen[] => useSyncExternalStore(subscribe, () => waiting)

/** Something came from elsewhere into a text that may be open: whoever shows it begins anew with what is kept. */
export function reviewsTaken(): void {
  takenCount += 1
  tell()
}

export const useTakenCount = (): number => useSyncExternalStore(subscribe, () => takenCount)

export const isReviewFile = ({ name }: Pick<File, 'name'>): boolean => name.toLowerCase().endsWith('.attache-review')
