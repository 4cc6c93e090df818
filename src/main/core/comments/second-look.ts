import type { Settings } from '../../../shared/contract/settings-input.ts'
import { utcIso } from '../../../shared/domain/ids.ts'
import type { entryFrame } from '../outbox/entry-frame.ts'
import type { StoredBlog } from '../store/blog-repository.ts'

type Frame = ReturnType<typeof entryFrame>

/** Holds a reply for as long as the person wants to be able to look at it again; never for less than an undo needs. */
export function forSecondLook(frame: Frame, blog: StoredBlog, { secondLook }: Pick<Settings, 'secondLook'>): Frame {
  const wanted = secondLook[blog.id]
  if (wanted === undefined) return frame
  if (wanted === 'until-looked-at') return { ...frame, state: 'held', heldUntil: null }
  const until = utcIso(new Date(Date.parse(frame.createdAt) + wanted * 60_000))
  return frame.heldUntil !== null && frame.heldUntil > until ? frame : { ...frame, state: 'held', heldUntil: until }
}
