import type { Settings } from '../../../shared/contract/settings-input.ts'
import type { ReaderAddress } from '../../../shared/domain/comment.ts'
import { utcIso, type CommentId } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import type { BlogLines } from '../blogs/blog-lines.ts'
import type { Clock } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredReaderAddress } from '../store/reader-address-repository.ts'
import { checkLine } from '../sync/check-line.ts'

const DAY_MS = 24 * 3_600_000
const LOOK_EVERY_MS = 3_600_000

interface ReaderAddresses {
  show(commentId: CommentId, signal: AbortSignal): Promise<ReaderAddress>
  start(): void
  close(): void
}

/**
 * E-mail and network address of a reader: no part of what is pulled. They are asked for one comment at a time, when somebody who
 * may moderate wants to see them, and kept for the days that the person set, none with 0.
 */
export function createReaderAddresses(ports: {
  desk: Desk
  lines: BlogLines
  clock: Clock
  settings: () => Pick<Settings, 'keepAddressesDays'>
}): ReaderAddresses {
  const { desk, clock, settings } = ports
  let cancel = (): void => undefined
  const keptMs = (): number => settings().keepAddressesDays * DAY_MS

  function forgetOld(): void {
    const now = clock.now()
    desk.transaction(() => desk.readerAddresses.forgetBefore(utcIso(new Date(now.getTime() - keptMs())), utcIso(now)))
  }
  function look(): void {
    forgetOld()
    cancel = clock.after(LOOK_EVERY_MS, look)
  }
  const shown = ({ readAt, ...address }: StoredReaderAddress): ReaderAddress => ({
    ...address,
    keptUntil: keptMs() === 0 ? null : utcIso(new Date(Date.parse(readAt) + keptMs())),
  })

  return {
    async show(commentId, signal) {
      const comment = desk.comments.getComment(commentId)
      const known = desk.blogs.getBlog(comment.blogId)
      if (!known.rights.canModerateComments)
        throw new AppError({ kind: 'not-allowed-now', why: 'no-right-to-moderate' })
      forgetOld()
      const kept = desk.readerAddresses.findAddress(commentId)
      if (kept) return shown(kept)
      const api = await ports.lines.open(known, signal)
      const { blog } = await checkLine(api, known, clock)
      if (!blog.rights.canModerateComments) throw new AppError({ kind: 'not-allowed-now', why: 'no-right-to-moderate' })
      const address = { ...(await api.readCommenter(comment.remoteId)), readAt: utcIso(clock.now()) }
      if (keptMs() > 0) desk.transaction(() => desk.readerAddresses.putAddress(commentId, address))
      return shown(address)
    },
    start: look,
    close: () => cancel(),
  }
}
