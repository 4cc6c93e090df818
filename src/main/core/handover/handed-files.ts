import type { HandedFile, HandedPost } from '../../../shared/contract/handover-input.ts'
import type { MediaId } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { ReviewedPost } from '../../../shared/domain/review-file.ts'
import { isAppError } from '../../../shared/errors.ts'
import { readPracticeBlog } from '../blogs/practice-line.ts'
import { sha256 } from '../content-hash.ts'
import type { MediaFiles } from '../media/media-files.ts'
import { isPictureType, type PictureFiles } from '../media/picture-files.ts'
import type { MediaService } from '../../../shared/contract/services.ts'
import { withPictures } from '../review/with-pictures.ts'
import type { Desk } from '../store/desk.ts'
import type { FileSeal } from '../vault/sealed-files.ts'
import { HANDOVER_FILE_LIMITS } from './handover-format.ts'

interface FilePorts {
  desk: Desk
  files: MediaFiles
  pictureFiles: PictureFiles
}

/** Files that travel, each read when its turn comes. `left`: too large, or not on the disk any more. */
export interface TravellingFiles {
  listed: HandedFile[]
  read: (id: string) => Promise<Uint8Array>
  left: number
}

/** Room for the words beside them. */
const MOST_BYTES = HANDOVER_FILE_LIMITS.fileBytes - 512 * 1024 * 1024

/** Everything the person added, as it was added: it stays with the same person. */
export async function ownFiles({ desk, files }: FilePorts): Promise<TravellingFiles> {
  const found: HandedFile[] = []
  let [left, bytes] = [0, 0]
  for (const file of desk.handovers.listOwnMedia()) {
    const isThere = await isReadable(files, file.id)
    if (!isThere || bytes + file.sizeBytes > MOST_BYTES) {
      left += 1
      continue
    }
    bytes += file.sizeBytes
    found.push(file)
  }
  return { listed: found, left, read: (id) => files.read(id as MediaId) }
}

async function isReadable(files: MediaFiles, id: MediaId): Promise<boolean> {
  try {
    return (await files.read(id)).byteLength >= 0
  } catch (error) {
    if (isAppError(error)) return false
    throw error
  }
}

/** What the posts show, as it would leave for a blog: without the place and the camera; and the posts with their pictures called so. */
export async function filesShown(
  { desk, files, pictureFiles }: FilePorts,
  { posts, reviews }: { posts: readonly HandedPost[]; reviews: readonly ReviewedPost[] },
): Promise<TravellingFiles & { posts: HandedPost[]; reviews: ReviewedPost[] }> {
  const shown = new Set<string>()
  const collect = (words: PostWords): void => void withPictures(words, (id) => (shown.add(id), id))
  for (const review of [...reviews, ...posts.flatMap(({ review }) => review ?? [])]) {
    collect(review.before)
    collect(review.after)
  }
  for (const { words } of posts) collect(words)

  const leavesAs = new Map<string, string>()
  const listed = new Map<string, HandedFile & { from: MediaId; isPicture: boolean }>()
  let [left, bytes] = [0, 0]
  for (const id of shown as Set<MediaId>) {
    const known = desk.media.findPicture(id)
    const read = known && (await readToSend({ files, pictureFiles }, id, known.mimeType))
    if (!known || !read || bytes + read.bytes.byteLength > MOST_BYTES) {
      left += 1
      continue
    }
    leavesAs.set(id, read.id)
    if (listed.has(read.id)) continue
    bytes += read.bytes.byteLength
    listed.set(read.id, {
      id: read.id as MediaId,
      fileName: known.fileName,
      mimeType: read.mimeType,
      sizeBytes: read.bytes.byteLength,
      from: id,
      isPicture: isPictureType(known.mimeType),
    })
  }
  const called = (words: PostWords): PostWords => withPictures(words, (id) => leavesAs.get(id) ?? id)
  const calledReview = (review: ReviewedPost): ReviewedPost => ({
    ...review,
    before: called(review.before),
    after: called(review.after),
  })
  return {
    listed: [...listed.values()].map(({ from: _from, isPicture: _isPicture, ...file }) => file),
    left,
    async read(id) {
      const file = listed.get(id)
      if (!file) return new Uint8Array()
      return file.isPicture ? (await pictureFiles.readSent(file.from)).bytes : files.read(file.from)
    },
    reviews: reviews.map(calledReview),
    posts: posts.map((post) => ({
      ...post,
      words: called(post.words),
      review: post.review && calledReview(post.review),
    })),
  }
}

async function readToSend({ files, pictureFiles }: Omit<FilePorts, 'desk'>, id: MediaId, mimeType: string) {
  try {
    if (!isPictureType(mimeType)) return { id, mimeType, bytes: await files.read(id) }
    const { bytes, sent } = await pictureFiles.readSent(id)
    return { id: sent.hash, mimeType: sent.mimeType, bytes }
  } catch (error) {
    if (isAppError(error)) return null
    throw error
  }
}

/** What is on the practice blog of a desk that moves; no file of the library. */
export const PRACTICE_TYPE = 'application/x-attache-practice-blog'

export function practiceFile({
  practiceFolder,
  fileSeal,
}: {
  practiceFolder: string
  fileSeal: FileSeal
}): { file: HandedFile; bytes: Uint8Array } | null {
  const bytes = readPracticeBlog(practiceFolder, fileSeal)
  if (!bytes) return null
  const id = sha256(bytes) as MediaId
  return { file: { id, fileName: 'practice-blog.json', mimeType: PRACTICE_TYPE, sizeBytes: bytes.byteLength }, bytes }
}

const PART_BYTES = 4 * 1024 * 1024

/** Through the one door for pictures and films, which looks at their bytes. Returns whether it was taken. */
export async function takeFile(
  { desk, media }: { desk: Desk; media: Pick<MediaService, 'add' | 'startFile' | 'addPart' | 'finishFile'> },
  { fileName, mimeType }: HandedFile,
  bytes: Uint8Array,
): Promise<boolean> {
  const id = sha256(bytes)
  if (desk.media.findPicture(id as MediaId) !== null || desk.media.findBySentHash(id) !== null) return true
  try {
    if (isPictureType(mimeType)) {
      await media.add({ fileName, bytes })
      return true
    }
    const { addId } = await media.startFile({ fileName })
    for (let at = 0; at < bytes.byteLength; at += PART_BYTES)
      await media.addPart({ addId, at, bytes: bytes.subarray(at, at + PART_BYTES) })
    return (await media.finishFile({ addId })).id === id
  } catch (error) {
    if (isAppError(error) && error.data.kind === 'unsupported-file') return false
    throw error
  }
}
