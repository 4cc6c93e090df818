import { rmSync } from 'node:fs'
import type { HandedDesk, HandedPost } from '../../../shared/contract/handover-input.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { TakenHandover } from '../../../shared/domain/handover.ts'
import { utcIso, type BlogId } from '../../../shared/domain/ids.ts'
import { createBackupFiles } from '../backups/backup-files.ts'
import { putPracticeBlog } from '../blogs/practice-line.ts'
import { withPictures } from '../review/with-pictures.ts'
import { createDesk, type Desk } from '../store/desk.ts'
import { openStore } from '../store/open-store.ts'
import { collectHandover } from './collect-handover.ts'
import { PRACTICE_TYPE, takeFile } from './handed-files.ts'
import type { HandoverPorts, HeldHandover } from './handover-ports.ts'
import { placeWholeDesk, removeScratch, scratchIn } from './moved-desk.ts'
import { takeHandover, type Told } from './take-handover.ts'

/**
 * A moved desk as a backup of this one, with its files beside it: restored, it takes this one's place as any backup does, which sets aside
 * what is here and believes nothing of the outbox. Returns the name of the backup.
 */
export async function replaceDesk(ports: HandoverPorts, held: HeldHandover): Promise<string> {
  const { desk, files, secrets, clock } = ports
  for (const { file, bytes } of held.files)
    if (file.mimeType === PRACTICE_TYPE) putPracticeBlog(ports.practiceFolder, ports.fileSeal, bytes)
    else files.write(file.id, bytes)
  const backups = createBackupFiles(ports.backupsFolder)
  const id = backups.freeId(clock.now())
  const path = backups.pathOf(id)
  place(ports, held, path)
  const here = desk.blogs.listBlogs()
  const moves = withDeskAt(path, ports.key, (other) =>
    other.transaction(() => {
      other.settings.put('policy', desk.settings.find('policy'))
      const blogs = other.blogs.listBlogs().filter(({ kind }) => kind === 'wordpress')
      // Signed in here already: the same account stays it.
      const same = blogs.flatMap((blog) => {
        const known = here.find(
          ({ url, userName, isSignedIn }) => isSignedIn && url === blog.url && userName === blog.userName,
        )
        return known ? [{ from: known.id, to: blog.id }] : []
      })
      for (const { to } of same) other.blogs.setSignedIn(to, true)
      const signedIn = new Set(same.map(({ to }) => to))
      other.handovers.putTaken({
        ...reportOf(ports, held, 'replaces'),
        newPosts: blogs.reduce((sum, blog) => sum + other.posts.listPosts(blog.id).length, 0),
        needSignIn: blogs.flatMap((blog) => (signedIn.has(blog.id) ? [] : [blog.name])),
      })
      return same
    }),
  )
  for (const { from, to } of moves) await copyPassword(secrets, from, to)
  return id
}

async function copyPassword(secrets: HandoverPorts['secrets'], from: BlogId, to: BlogId): Promise<void> {
  const password = await secrets.find(from)
  if (password !== null && from !== to) await secrets.put(to, password)
}

/** What came beside what is here. Of a whole desk that is what a successor would get: this desk has a life of its own. */
export async function joinHandover(ports: HandoverPorts, held: HeldHandover): Promise<void> {
  const { desk, clock } = ports
  const came = held.database ? fromDatabase(ports, held) : fromDocuments(held)
  let filesLeft = held.manifest.contents.filesLeft
  for (const { file, bytes } of held.files)
    if (file.mimeType !== PRACTICE_TYPE && !(await takeFile(ports, file, bytes))) filesLeft += 1
  // Somebody may have typed while the files were taken.
  for (const { id } of desk.blogs.listBlogs().flatMap((blog) => desk.posts.listPosts(blog.id))) ports.flushEdits(id)
  desk.transaction(() => {
    const told = takeHandover({ ...ports, sentAt: held.manifest.sentAt, asHere: asHereOn(desk) }, came)
    desk.handovers.putTaken({ ...reportOf(ports, held, 'joins'), ...told, filesLeft, takenAt: utcIso(clock.now()) })
  })
}

function fromDocuments({ documents }: HeldHandover): { desk: HandedDesk; posts: HandedPost[] } {
  const [first] = documents
  if (first?.part !== 'desk') throw new Error('a file without a desk was let through')
  return { desk: first, posts: documents.flatMap((each) => (each.part === 'post' ? [each] : [])) }
}

function fromDatabase(ports: HandoverPorts, held: HeldHandover): { desk: HandedDesk; posts: HandedPost[] } {
  const path = scratchIn(ports.folder, 'joining')
  try {
    place(ports, held, path)
    return withDeskAt(path, ports.key, collectHandover)
  } finally {
    removeScratch(ports.folder)
  }
}

function place({ folder, key }: HandoverPorts, { manifest, database }: HeldHandover, target: string): void {
  if (!manifest.database || !database || !key) throw new Error('there is no whole desk, or no key to seal it with')
  placeWholeDesk({ bytes: database, key: manifest.database.key }, { folder, target, deskKey: key })
}

function withDeskAt<Result>(path: string, key: Uint8Array | null, work: (desk: Desk) => Result): Result {
  const store = openStore({ databasePath: path, key })
  try {
    return work(createDesk(store))
  } finally {
    store.close()
    for (const ending of ['-wal', '-shm', '.lock', '.ballast']) rmSync(`${path}${ending}`, { force: true })
  }
}

/** The pictures that left from this desk are its own again. */
const asHereOn =
  (desk: Desk) =>
  (words: PostWords): PostWords =>
    withPictures(words, (id) => (desk.media.findPicture(id as never) ? id : (desk.media.findBySentHash(id) ?? id)))

const NOTHING: Told = {
  newPosts: 0,
  changedPosts: 0,
  keptBeside: [],
  newComments: 0,
  begunReplies: 0,
  newReviews: 0,
  guidance: 0,
  needSignIn: [],
}

const reportOf = (
  { clock }: HandoverPorts,
  { manifest: { id, use, sentBy, contents } }: HeldHandover,
  did: TakenHandover['did'],
): TakenHandover => ({
  id,
  use,
  sentBy,
  contents,
  did,
  takenAt: utcIso(clock.now()),
  filesLeft: contents.filesLeft,
  ...NOTHING,
})
