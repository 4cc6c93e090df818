import { basename } from 'node:path'
import { nearestToReading } from '../../../shared/content/markup-pictures.ts'
import { utcIso, type MediaId, type RemoteMediaId } from '../../../shared/domain/ids.ts'
import { AppError, isAppError, type AppErrorData } from '../../../shared/errors.ts'
import type { BlogApi, RemoteMediaSizes } from '../blog-api/blog-api.ts'
import { sha256 } from '../content-hash.ts'
import type { MediaFiles } from '../media/media-files.ts'
import { readPictureFacts } from '../media/read-picture-facts.ts'
import type { Clock } from '../ports.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import type { WantedPicture } from '../store/picture-repository.ts'
import { addressOnBlog } from './picture-address.ts'

/** A picture at reading size has a tenth of it. */
const MOST_BYTES = 12 * 1024 * 1024
/** A few bytes may unpack to more than a window can hold. */
const MOST_PIXELS = 50_000_000
/** Before the blog was asked. */
export const GUESSED_BYTES = 300_000
/** Below it nothing more is brought: the person's own words need the room. */
export const ROOM_TO_KEEP_BYTES = 300_000_000
const IDS_IN_ONE_QUESTION = 100
/** On a line of two seconds' delay one after the other would take for ever. */
const AT_ONCE = 3

export interface BringPorts {
  desk: Desk
  files: MediaFiles
  clock: Clock
  freeBytes: () => number
  signal: AbortSignal
  onProgress: (progress: BringProgress) => void
  /** Asked once, before the first picture, with how many there are and their size as the blog says it. */
  mayBring: (plan: Pick<BringProgress, 'totalCount' | 'totalBytes'>) => Promise<boolean>
}

export interface BringProgress {
  doneCount: number
  totalCount: number
  doneBytes: number
  totalBytes: number
  failedCount: number
}

/** What bringing pictures is about: on the blog, not here, and nothing known that speaks against it. */
export const isToBring = (blog: StoredBlog, { isHere, fault, url }: WantedPicture): boolean =>
  !isHere && fault === null && addressOnBlog(blog, url) !== null

/**
 * Brings the pictures of the blog's posts to this laptop at reading size. Each is kept as soon as it is whole, so that a
 * stop costs at most those under way. One that cannot be had is counted and passed over; what the blog itself cannot give is
 * remembered. Throws what breaks the line or fills the disk. Returns how many could not be had.
 */
export async function bringPictures(ports: BringPorts, api: BlogApi, blog: StoredBlog): Promise<number> {
  const { desk, signal } = ports
  const wanted = desk.pictures.listWanted(blog.id).filter((picture) => isToBring(blog, picture))
  const plan = await planPictures(ports, api, blog, wanted)
  const progress: BringProgress = {
    doneCount: 0,
    totalCount: plan.length,
    doneBytes: 0,
    totalBytes: plan.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    failedCount: 0,
  }
  if (plan.length > 0 && !(await ports.mayBring(progress))) return 0
  ports.onProgress(progress)
  const waiting = plan.values()
  let isBroken = false
  const bringInTurn = async (): Promise<void> => {
    for (const picture of waiting) {
      const hasIt = await bringOne(ports, api, blog, picture).catch((error: unknown) => {
        isBroken = true
        throw error
      })
      if (signal.aborted || isBroken) return
      progress.doneCount += 1
      progress.doneBytes += picture.sizeBytes
      if (!hasIt) progress.failedCount += 1
      ports.onProgress(progress)
    }
  }
  const turns = await Promise.allSettled(Array.from({ length: AT_ONCE }, bringInTurn))
  const broken = turns.find((turn) => turn.status === 'rejected')
  if (broken) throw broken.reason
  return progress.failedCount
}

interface PlannedPicture {
  url: string
  address: string
  sizeBytes: number
}

/** Which file of each picture: by the blog's own list of sizes, else what the text offers. A size of 0 is none that is known. */
async function planPictures(
  { signal }: BringPorts,
  api: BlogApi,
  blog: StoredBlog,
  wanted: WantedPicture[],
): Promise<PlannedPicture[]> {
  const ids = [...new Set(wanted.flatMap(({ remoteId }) => (remoteId === null ? [] : [remoteId])))]
  const sizesOf = new Map<RemoteMediaId, RemoteMediaSizes['sizes']>()
  for (let at = 0; at < ids.length && !signal.aborted; at += IDS_IN_ONE_QUESTION) {
    const known = await api.listMediaSizes(ids.slice(at, at + IDS_IN_ONE_QUESTION))
    for (const { remoteId, sizes } of known) sizesOf.set(remoteId, sizes)
  }
  return wanted.flatMap(({ url, remoteId, readingUrl }) => {
    const sizes = (remoteId === null ? undefined : sizesOf.get(remoteId)) ?? []
    const onBlog = sizes.flatMap((size) => {
      const address = addressOnBlog(blog, size.url)
      return address === null ? [] : [{ ...size, address }]
    })
    const best = nearestToReading(onBlog)
    const address = best?.address ?? addressOnBlog(blog, readingUrl) ?? addressOnBlog(blog, url)
    return address === null ? [] : [{ url, address, sizeBytes: best?.sizeBytes || GUESSED_BYTES }]
  })
}

/** Returns false when this picture cannot be had. */
async function bringOne(
  { desk, files, clock, freeBytes, signal }: BringPorts,
  api: BlogApi,
  blog: StoredBlog,
  { url, address }: PlannedPicture,
): Promise<boolean> {
  if (freeBytes() < ROOM_TO_KEEP_BYTES) throw new AppError({ kind: 'database', reason: 'full' })
  const addedAt = utcIso(clock.now())
  try {
    const bytes = await readPicture(api, address)
    const facts = readPictureFacts(bytes)
    if (!facts) throw new AppError({ kind: 'unsupported-file', fileName: nameOf(address), fault: 'type' })
    if (facts.widthPx * facts.heightPx > MOST_PIXELS)
      throw new AppError({ kind: 'too-large', sizeBytes: bytes.byteLength, limitBytes: null })
    const id = sha256(bytes) as MediaId
    files.write(id, bytes)
    desk.transaction(() => {
      desk.media.addPicture(
        {
          id,
          fileName: nameOf(address),
          sizeBytes: bytes.byteLength,
          addedAt,
          ...facts,
          sent: null,
          removed: null,
          cutFrom: null,
        },
        { isOwn: false },
      )
      desk.pictures.putCopy(blog.id, url, id)
    })
    return true
  } catch (error) {
    if (signal.aborted) return false
    if (!isAppError(error) || concernsAll(error.data)) throw error
    if (isForGood(error.data)) desk.transaction(() => desk.pictures.putFault(blog.id, url, error.data.kind, addedAt))
    return false
  }
}

/** A page in the picture's place may be the hotel's, which answers for everything, or only the blog's own “not found”. */
async function readPicture(api: BlogApi, address: string): Promise<Uint8Array> {
  try {
    return await api.readPicture(address, { maxBytes: MOST_BYTES })
  } catch (error) {
    if (!isAppError(error) || error.data.kind !== 'not-the-blog') throw error
    await api.describe()
    throw new AppError({ kind: 'not-found' }, { cause: error })
  }
}

/** Nothing else could be had either. */
function concernsAll(error: AppErrorData): boolean {
  return ['offline', 'insecure-line', 'not-the-blog', 'rate-limited', 'database'].includes(error.kind)
}

/** Asking again would get the same answer. */
function isForGood(error: AppErrorData): boolean {
  return ['not-found', 'gone', 'unsupported-file', 'too-large', 'forbidden'].includes(error.kind)
}

const nameOf = (address: string): string => decoded(basename(new URL(address).pathname)).slice(0, 255) || 'picture'

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
