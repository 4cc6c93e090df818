import type { ReviewsService } from '../../../shared/contract/review-services.ts'
import type { GivenReviewFile } from '../../../shared/domain/review.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ChangeFeed } from '../change-feed.ts'
import { newId } from '../new-id.ts'
import type { Random } from '../ports.ts'

/** Files that the system had the program open, kept in memory until a person has seen what came. */
export function createGivenFiles(
  { feed, random }: { feed: ChangeFeed; random: Random },
  readFile: ReviewsService['readFile'],
): Pick<ReviewsService, 'give' | 'given' | 'readGiven' | 'setAside'> {
  const files = new Map<string, GivenReviewFile & { bytes: Uint8Array }>()
  const told = (): void => feed.emit({ topic: 'review-files' })
  return {
    give({ fileName, bytes }) {
      const id = newId<string>(random)
      files.set(id, { id, fileName, bytes })
      told()
    },
    given: () => [...files.values()].map(({ id, fileName }) => ({ id, fileName })),
    async readGiven({ id, passphrase }) {
      const file = files.get(id)
      if (!file) throw new AppError({ kind: 'no-such-item', what: 'file' })
      return readFile({ bytes: file.bytes, passphrase })
    },
    setAside(id) {
      files.delete(id)
      told()
    },
  }
}
