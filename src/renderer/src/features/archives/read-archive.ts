import { archiveWords } from '../../../../shared/archive-words.ts'
import type { useCore } from '../../api/queries.ts'

/** Small enough that a save never waits for the core behind one. */
const PART_BYTES = 512 * 1024

type Archives = ReturnType<typeof useCore>['client']['archives']

interface Follows {
  isStopped: () => boolean
  /** After each part, with what has been found until then. */
  onPart: (doneBytes: number, words: string) => void
}

/** Hands an export of a blog to the core in parts, so that it can be stopped at any of them; null when it was, and nothing of it is kept. */
export async function readArchive(archives: Archives, file: File, { isStopped, onPart }: Follows) {
  const { archiveId } = await archives.begin.mutate({ fileName: file.name, sizeBytes: file.size })
  for (let at = 0; at < file.size; at += PART_BYTES) {
    const bytes = new Uint8Array(await file.slice(at, at + PART_BYTES).arrayBuffer())
    const counts = await archives.feed.mutate({ archiveId, bytes })
    if (isStopped()) {
      await archives.cancel.mutate({ archiveId })
      return null
    }
    onPart(Math.min(file.size, at + PART_BYTES), archiveWords(counts))
  }
  const { blog, report } = await archives.finish.mutate({ archiveId })
  return { blog, words: archiveWords(report) }
}
