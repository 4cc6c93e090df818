import type { HandedPart, HandoverManifest } from '../../../shared/contract/handover-input.ts'
import type { HandoverService } from '../../../shared/contract/handover-services.ts'
import { fileNameOf } from '../../../shared/content/interchange/file-name.ts'
import type { HandedOver, HandoverContents, HandoverUse } from '../../../shared/domain/handover.ts'
import { utcIso } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import { newId } from '../new-id.ts'
import { refuseExport } from '../policy/refuse-by-policy.ts'
import { personKeysOf } from '../review/person-keys.ts'
import { readSealedFile } from '../sealed-file/read-sealed-file.ts'
import { writeSealedFile } from '../sealed-file/write-sealed-file.ts'
import { collectHandover, type CollectedHandover } from './collect-handover.ts'
import { filesShown, ownFiles, practiceFile, type TravellingFiles } from './handed-files.ts'
import { HANDOVER_FILE, HANDOVER_FILE_LIMITS, ofHandover } from './handover-format.ts'
import type { HandoverPorts, HeldHandover } from './handover-ports.ts'
import { joinHandover, replaceDesk } from './take-in.ts'
import { copyWholeDesk, removeScratch } from './moved-desk.ts'
import { t } from '../../../shared/words/t.ts'

/** Under this name the settings say that the desk was handed over. */
export const HANDED_OVER_KEY = 'handedOver'

export function createHandoverService(ports: HandoverPorts): HandoverService {
  const { desk, store, clock, random, feed, log } = ports
  let held: HeldHandover | null = null
  removeScratch(ports.folder)

  const told = (): void => feed.emit({ topic: 'handover' })

  async function collect(use: HandoverUse): Promise<CollectedHandover & { files: TravellingFiles }> {
    for (const { id } of desk.blogs.listBlogs().flatMap((blog) => desk.posts.listPosts(blog.id))) ports.flushEdits(id)
    const collected = collectHandover(desk)
    if (use === 'move') return { ...collected, files: await ownFiles(ports) }
    const { posts, reviews, ...files } = await filesShown(ports, {
      posts: collected.posts,
      reviews: collected.desk.reviews,
    })
    return { ...collected, posts, desk: { ...collected.desk, reviews }, files }
  }

  const databaseOf = (use: HandoverUse) =>
    use === 'move' ? copyWholeDesk(store, ports.key, ports.folder, random) : null

  /** What waits is asked about from now on, as after a backup: two laptops could send it. */
  function holdQueue(use: HandoverUse): void {
    const now = utcIso(clock.now())
    desk.transaction(() => {
      for (const { id } of desk.blogs.listBlogs())
        desk.arrivals.ask(
          id,
          desk.outbox.listOpen(id).map((entry) => entry.id),
          now,
        )
      desk.settings.put(HANDED_OVER_KEY, { use, at: now })
    })
    for (const { id } of desk.blogs.listBlogs()) feed.emit({ topic: 'line', blogId: id })
  }

  return {
    async contents({ use }) {
      return contentsOf(await collect(use))
    },

    write: ({ use, passphrase, name, staysInUse }) =>
      ofHandover(async () => {
        refuseExport(desk, 'handover')
        const collected = await collect(use)
        const database = databaseOf(use)
        const practice = use === 'move' ? practiceFile(ports) : null
        const sentAt = utcIso(clock.now())
        const about: HandoverManifest = {
          id: newId<string>(random),
          use,
          sentBy: name,
          sentAt,
          contents: contentsOf(collected),
          files: [...collected.files.listed, ...(practice ? [practice.file] : [])],
          database: database && { id: database.id, sizeBytes: database.sizeBytes, key: database.key },
        }
        const pieces = writeSealedFile(
          HANDOVER_FILE,
          { about, documents: use === 'move' ? [] : [collected.desk, ...collected.posts] },
          {
            for: { passphrase },
            signedBy: personKeysOf(desk, random),
            async *readFile({ id }) {
              if (database?.id === id) yield database.bytes
              else yield practice?.file.id === id ? practice.bytes : await collected.files.read(id)
            },
            random,
            limits: HANDOVER_FILE_LIMITS,
          },
        )
        const parts: Uint8Array[] = []
        for await (const piece of pieces) parts.push(piece)
        if (!staysInUse) holdQueue(use)
        log.info('handover.written', { use, posts: collected.posts.length, files: collected.files.listed.length })
        told()
        return ports.prepared.put({
          fileName: fileNameOf(
            use === 'move' ? t('My desk', {}, 'name of a file') : t('Handover', {}, 'name of a file'),
            'attache-handover',
            sentAt.slice(0, 10),
          ),
          mimeType: 'application/octet-stream',
          bytes: Buffer.concat(parts),
        })
      }),

    handedOver() {
      const kept = desk.settings.find(HANDED_OVER_KEY) as Omit<HandedOver, 'waiting'> | null
      if (kept === null) return null
      const asked = desk.blogs.listBlogs().flatMap(({ id }) => {
        const ids = desk.arrivals.listAsked(id)
        return desk.outbox.listOpen(id).filter((entry) => ids.has(entry.id))
      })
      return { use: kept.use, at: kept.at, waiting: asked.length }
    },
    stayInUse() {
      desk.settings.put(HANDED_OVER_KEY, null)
      told()
    },

    open: ({ bytes, passphrase }) =>
      ofHandover(async () => {
        const files: HeldHandover['files'] = []
        let database: Uint8Array | null = null
        const taken = new Map<string, Uint8Array>()
        const { manifest, documents, signedBy } = await readSealedFile(HANDOVER_FILE, bytes, {
          passphrase,
          keys: null,
          limits: HANDOVER_FILE_LIMITS,
          async takeFile({ id }, pieces) {
            const parts: Uint8Array[] = []
            for await (const piece of pieces) parts.push(piece)
            taken.set(id, Buffer.concat(parts))
          },
        })
        for (const file of manifest.files) files.push({ file, bytes: taken.get(file.id) ?? new Uint8Array() })
        if (manifest.database) database = taken.get(manifest.database.id) ?? null
        refuseMixed(manifest, documents)
        held = { manifest, documents, signedBy, files, database }
        const { id, use, sentBy, sentAt, contents } = manifest
        return { id, use, sentBy, sentAt, signedBy, contents, does: mayReplace(ports, held) ? 'replaces' : 'joins' }
      }),

    async takeIn({ id }) {
      const handover = held
      if (handover?.manifest.id !== id) throw new AppError({ kind: 'no-such-item', what: 'file' })
      const backupId = mayReplace(ports, handover) ? await replaceDesk(ports, handover) : null
      if (backupId === null) await joinHandover(ports, handover)
      held = null
      log.info('handover.taken', { use: handover.manifest.use, does: backupId === null ? 'joins' : 'replaces' })
      for (const topic of ['blogs', 'settings', 'checks', 'media', 'saved-replies', 'handover'] as const)
        feed.emit({ topic })
      for (const blog of desk.blogs.listBlogs()) {
        feed.emit({ topic: 'posts', blogId: blog.id, postId: null })
        feed.emit({ topic: 'comments', blogId: blog.id })
      }
      return { backupId }
    },
    setAside() {
      held = null
    },
    arrived: () => desk.handovers.findUnread(),
    noteArrivedRead() {
      desk.handovers.noteRead()
      told()
    },
  }
}

/** Only a whole desk, only on one in which nobody wrote, and only under a key. */
const mayReplace = ({ desk, key }: HandoverPorts, { database }: HeldHandover): boolean =>
  database !== null && key !== null && desk.handovers.isUnused()

/** A move has a database and no documents, a successor's file documents and no database. */
function refuseMixed({ use, database }: HandoverManifest, documents: readonly HandedPart[]): void {
  const isMove = use === 'move'
  const keys = new Set(documents[0]?.part === 'desk' ? documents[0].blogs.map(({ key }) => key) : [])
  const isWhole = isMove ? database !== null && documents.length === 0 : database === null && documents.length > 0
  const areOfIt = documents.every((each) => each.part === 'desk' || keys.has(each.blog))
  if (!isWhole || !areOfIt) throw new AppError({ kind: 'handover-file', why: 'not-understood' })
}

function contentsOf({
  desk,
  posts,
  waiting,
  underWay,
  files,
}: CollectedHandover & { files: TravellingFiles }): HandoverContents {
  const names = new Map(desk.blogs.map(({ key, name }) => [key, name]))
  const comments = posts.flatMap((post) => post.comments)
  const reviews = [...desk.reviews, ...posts.flatMap(({ review }) => review ?? [])]
  return {
    blogs: desk.blogs.map(({ name, url }) => ({ name, url })),
    drafts: posts
      .filter(({ postId }) => underWay.has(postId))
      .map((post) => ({ title: post.words.title, blogName: names.get(post.blog) ?? '' })),
    waiting,
    unanswered: comments.filter(({ reply }) => reply === '').length,
    begunReplies: comments.filter(({ reply }) => reply !== '').length,
    reviews: reviews.length,
    notes: reviews.reduce((sum, review) => sum + review.notes.length, 0),
    savedReplies: desk.savedReplies.length,
    rulePacks: desk.rulePacks.length,
    names: desk.names.length,
    files: files.listed.length,
    filesBytes: files.listed.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    filesLeft: files.left,
  }
}
