import { fileNameOf } from '../../../shared/content/interchange/file-name.ts'
import type { ReviewsService } from '../../../shared/contract/review-services.ts'
import type { MediaService } from '../../../shared/contract/services.ts'
import { utcIso, type ReviewId } from '../../../shared/domain/ids.ts'
import type { ReviewFile } from '../../../shared/domain/review-file.ts'
import type { TakenReviews } from '../../../shared/domain/review.ts'
import { isAppError } from '../../../shared/errors.ts'
import { sha256 } from '../content-hash.ts'
import type { PreparedFiles } from '../interchange/prepared-files.ts'
import type { PictureFiles } from '../media/picture-files.ts'
import type { Clock, Random } from '../ports.ts'
import { readReviewFile } from '../review-file/read-review-file.ts'
import { writeReviewFile } from '../review-file/write-review-file.ts'
import type { PassphraseCost } from '../sealing/passphrase-key.ts'
import type { Desk } from '../store/desk.ts'
import { refuseExport } from '../policy/refuse-by-policy.ts'
import { packReview } from './pack-review.ts'
import { personKeysOf } from './person-keys.ts'
import { byFile, takeReview } from './take-review.ts'

export interface ReviewFilesPorts {
  desk: Desk
  clock: Clock
  random: Random
  pictureFiles: PictureFiles
  prepared: PreparedFiles
  /** Of a file for whoever knows a passphrase. */
  passphraseCost: PassphraseCost
  /** The one door for pictures: it looks at their bytes and draws them anew. */
  media: Pick<MediaService, 'add'>
}

export async function writeReviews(
  ports: ReviewFilesPorts,
  { reviewIds, lock, name }: Parameters<ReviewsService['writeFile']>[0],
): ReturnType<ReviewsService['writeFile']> {
  const { desk, clock, random, prepared } = ports
  refuseExport(desk, 'review')
  const packed = []
  for (const id of new Set(reviewIds)) packed.push(await packReview(ports, id))
  const first = desk.reviews.getReview(reviewIds[0] ?? ('' as ReviewId))
  const { state, request } = first.round
  const file: ReviewFile = {
    blog: first.review.blog,
    sentBy: name,
    sentAt: utcIso(clock.now()),
    asks: state === 'asked' ? request : null,
    posts: packed.map(({ post }) => post),
  }
  const pictures = new Map(packed.flatMap((each) => [...each.pictures]))
  const pieces = writeReviewFile(file, {
    for: lock,
    signedBy: personKeysOf(desk, random),
    async *readPicture(id) {
      yield pictures.get(id) ?? new Uint8Array()
    },
    random,
    cost: ports.passphraseCost,
  })
  const parts: Uint8Array[] = []
  for await (const piece of pieces) parts.push(piece)
  return prepared.put({
    fileName: fileNameOf(first.title.trim() === '' ? 'review' : first.title, 'attache-review'),
    mimeType: 'application/octet-stream',
    bytes: Buffer.concat(parts),
  })
}

export async function readReviews(
  ports: ReviewFilesPorts,
  { bytes, passphrase }: Parameters<ReviewsService['readFile']>[0],
): Promise<TakenReviews> {
  const { desk, clock, random } = ports
  const pictures: { fileName: string; bytes: Uint8Array }[] = []
  const { file, signedBy } = await readReviewFile(bytes, {
    passphrase,
    keys: personKeysOf(desk, random),
    async takePicture({ fileName }, pieces) {
      const parts: Uint8Array[] = []
      for await (const piece of pieces) parts.push(piece)
      pictures.push({ fileName, bytes: Buffer.concat(parts) })
    },
  })
  let picturesLeft = 0
  for (const picture of pictures) if (!(await isTaken(ports, picture))) picturesLeft += 1
  const reviews = desk.transaction(() =>
    file.posts.map((post) => takeReview(desk, byFile(desk, file), post, utcIso(clock.now()))),
  )
  return { sentBy: file.sentBy, signedBy, reviews, picturesLeft }
}

/** One that this desk sent itself is here already. */
async function isTaken(
  { desk, media }: ReviewFilesPorts,
  picture: { fileName: string; bytes: Uint8Array },
): Promise<boolean> {
  if (desk.media.findBySentHash(sha256(picture.bytes)) !== null) return true
  try {
    await media.add(picture)
    return true
  } catch (error) {
    if (isAppError(error) && error.data.kind === 'unsupported-file') return false
    throw error
  }
}
