/**
 * Local ids are made here and never leave the laptop; remote ids are the blog's own.
 * The brands keep one from ever being passed where the other belongs.
 */
declare const brand: unique symbol
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name }

export type BlogId = Branded<string, 'BlogId'>
export type PostId = Branded<string, 'PostId'>
export type CommentId = Branded<string, 'CommentId'>
export type EntryId = Branded<string, 'EntryId'>
export type FeedId = Branded<string, 'FeedId'>
export type FeedItemId = Branded<string, 'FeedItemId'>
export type SnapshotId = Branded<string, 'SnapshotId'>
/** The one of the ids that travels: the same on every desk on which the review lies. */
export type ReviewId = Branded<string, 'ReviewId'>
export type CampaignId = Branded<string, 'CampaignId'>
export type EvidenceId = Branded<string, 'EvidenceId'>
export type SavedReplyId = Branded<string, 'SavedReplyId'>
/** SHA-256 of the picture's bytes, 64 lower-case hex digits: the same picture is stored once. */
export type MediaId = Branded<string, 'MediaId'>

export type RemotePostId = Branded<number, 'RemotePostId'>
export type RemoteCommentId = Branded<number, 'RemoteCommentId'>
export type RemoteMediaId = Branded<number, 'RemoteMediaId'>
export type RemoteTermId = Branded<number, 'RemoteTermId'>
export type RemoteUserId = Branded<number, 'RemoteUserId'>

/** UTC, ISO 8601 with milliseconds and `Z`: `2026-11-21T14:02:00.000Z`. */
export type UtcIso = Branded<string, 'UtcIso'>

export const utcIso = (date: Date): UtcIso => date.toISOString() as UtcIso
export const isUtcIso = (value: unknown): value is UtcIso =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value

/** RFC 9562: its versions 1 to 8, and the two that are all noughts and all ones. */
const UUID =
  /^(?:[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}|0{8}-0{4}-0{4}-0{4}-0{12}|f{8}-f{4}-f{4}-f{4}-f{12})$/i
export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value)
