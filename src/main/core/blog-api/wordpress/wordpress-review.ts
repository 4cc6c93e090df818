import type { RemoteCommentId, RemotePostId, RemoteUserId } from '../../../../shared/domain/ids.ts'
import type { PostKind } from '../../../../shared/domain/post.ts'
import type { NoteCalls, ProposalCalls, RemoteNote } from '../review-calls.ts'
import { readErrorBody } from './answer-errors.ts'
import { expectJson } from './http.ts'
import { fromGmt, toName, toRemoteRevision, toWordpressFields } from './mapping.ts'
import {
  madeSchema,
  NOTE_FIELDS,
  noteSchema,
  postTypeSchema,
  REVISION_FIELDS,
  revisionSchema,
  type WordpressNote,
} from './schemas.ts'
import { requireSuccess, type LineOptions, type SignedLine } from './signed-line.ts'
import { withStoredRel } from './stored-links.ts'
import { POSTS_PATH } from './wordpress-posts.ts'

const COMMENTS = 'wp/v2/comments'

/** Proposed texts over the REST interface: they are autosaves. */
export function wordpressProposals(line: SignedLine, kind: PostKind): ProposalCalls {
  const autosaves = (id: RemotePostId): string => `${POSTS_PATH[kind]}/${id}/autosaves`
  return {
    async saveProposal(id, fields) {
      const answer = await line.ask({
        method: 'POST',
        path: autosaves(id),
        query: { _fields: REVISION_FIELDS },
        json: toWordpressFields(fields),
      })
      if (readErrorBody(answer)?.code === 'rest_autosave_no_changes') return null
      return toRemoteRevision(expectJson(answer, revisionSchema))
    },

    async listProposals(id) {
      const query = { context: 'edit', _fields: REVISION_FIELDS }
      const { items } = await line.readPage(revisionSchema, 1, { path: autosaves(id), query })
      return items.map(toRemoteRevision)
    },
  }
}

/** Notes over the REST interface: comments of their own type. Since WordPress 6.9 posts and pages have them, or neither. */
export function wordpressNotes(line: SignedLine, { connection }: Pick<LineOptions, 'connection'>): NoteCalls {
  return {
    async hasNotes() {
      const query = { context: 'edit', _fields: 'supports' }
      const { supports } = await line.read(postTypeSchema, { path: 'wp/v2/types/post', query })
      return supports.editor
    },

    async listNotes({ postIds, pageNumber }) {
      const query = { type: 'note', status: 'all', context: 'edit', post: [...postIds], _fields: NOTE_FIELDS }
      const { items, isLast } = await line.readPage(noteSchema, pageNumber, { path: COMMENTS, query })
      return { items: items.map(toRemoteNote), isLast }
    },

    async createNote({ postRemoteId, parentRemoteId, text, verdict, token }) {
      const userAgent = `Attache token/${token}`
      // Who does not moderate gets it back as readers would: its id is enough to find it in the list.
      const { id } = await line.read(madeSchema, {
        path: COMMENTS,
        query: { _fields: 'id' },
        json: {
          type: 'note',
          post: postRemoteId,
          parent: parentRemoteId ?? 0,
          content: withStoredRel(text, connection.url),
          // Its own editor keeps what is open as held, and so tells it from what is settled.
          status: verdict === 'resolved' ? 'approved' : 'hold',
          ...(verdict !== null && { meta: { _wp_note_status: verdict } }),
          author_user_agent: userAgent,
        },
        headers: { 'user-agent': userAgent },
      })
      return id as RemoteCommentId
    },

    async setNoteResolved(id, isResolved) {
      const path = `${COMMENTS}/${id}`
      const note = await line.read(noteSchema, { path, query: { context: 'edit', _fields: NOTE_FIELDS } })
      // WordPress answers 500 to a state that the comment has already.
      if (toRemoteNote(note).isResolved === isResolved) return
      const json = { status: isResolved ? 'approved' : 'hold' }
      requireSuccess(await line.ask({ method: 'POST', path, query: { _fields: 'id' }, json }))
    },
  }
}

const toRemoteNote = (note: WordpressNote): RemoteNote => ({
  remoteId: note.id as RemoteCommentId,
  postRemoteId: note.post as RemotePostId,
  parentRemoteId: note.parent === 0 ? null : (note.parent as RemoteCommentId),
  authorId: note.author as RemoteUserId,
  authorName: toName(note.author_name),
  content: note.content.raw,
  createdAt: fromGmt(note.date_gmt),
  isResolved: note.parent === 0 && note.status === 'approved',
  verdict: note.meta,
  userAgent: note.author_user_agent ?? null,
})
