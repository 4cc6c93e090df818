import type { UtcIso } from './ids.ts'
import type { EntryKind } from './outbox-entry.ts'

/** `move`: the same person, another laptop: everything. `successor`: somebody else goes on with the work, not with the person's own things. */
export type HandoverUse = 'move' | 'successor'

/** Something that waited to be sent when the file was made. */
export interface WaitingThing {
  kind: EntryKind
  what: string
  blogName: string
  createdAt: UtcIso
  /** When it was to be public, of a post with a time. */
  publishAt: UtcIso | null
}

/** What one `.attache-handover` holds, as a person is told before it is made and before it is taken in. */
export interface HandoverContents {
  blogs: { name: string; url: string }[]
  /** Drafts, and posts with words that the blog does not have. */
  drafts: { title: string; blogName: string }[]
  waiting: WaitingThing[]
  unanswered: number
  begunReplies: number
  reviews: number
  notes: number
  savedReplies: number
  rulePacks: number
  names: number
  files: number
  filesBytes: number
  /** Too large for the file, or not on the disk any more. */
  filesLeft: number
}

/** A file that was read, proved and kept apart; nothing of the desk was changed. */
export interface OpenedHandover {
  /** Of the file, the same each time it is opened. */
  id: string
  use: HandoverUse
  sentBy: string
  sentAt: UtcIso
  signedBy: string
  contents: HandoverContents
  /** `replaces`: nothing was written here yet, so this desk becomes that one. `joins`: what is here stays, and what came is put beside it. */
  does: 'replaces' | 'joins'
}

/** What became of a file on this desk. */
export interface TakenHandover {
  id: string
  use: HandoverUse
  sentBy: string
  takenAt: UtcIso
  contents: HandoverContents
  did: OpenedHandover['does']
  /** Posts that are new here. */
  newPosts: number
  /** Posts whose words here were older, or joined with what came. */
  changedPosts: number
  /** Posts with other words here: what came is a version in their history. */
  keptBeside: string[]
  newComments: number
  begunReplies: number
  newReviews: number
  guidance: number
  filesLeft: number
  /** Blogs to which nobody is signed in here. */
  needSignIn: string[]
}

/** This desk was handed over: what waits here is asked about before it goes, until the person says that the desk stays in use. */
export interface HandedOver {
  use: HandoverUse
  at: UtcIso
  waiting: number
}
