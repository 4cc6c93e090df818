import type { BlogId, RemoteTermId, UtcIso } from './ids.ts'
import type { PostKind } from './post.ts'

/** `archive`: an export that was opened to be read; no line leads to it. */
export type BlogKind = 'wordpress' | 'practice' | 'archive'

export interface BlogRights {
  canPublish: boolean
  canUploadMedia: boolean
  canModerateComments: boolean
  canEditOthersPosts: boolean
  canWriteUnfilteredHtml: boolean
  /** Absent in what was kept before pages came down, as false. Only editors and administrators may, unless the blog says otherwise. */
  canEditPages?: boolean
  canPublishPages?: boolean
}

export const mayPublish = ({ canPublish, canPublishPages = false }: BlogRights, kind: PostKind): boolean =>
  kind === 'page' ? canPublishPages : canPublish

/** A site together with the account on it. */
export interface Blog {
  id: BlogId
  kind: BlogKind
  name: string
  url: string
  userName: string
  displayName: string
  roles: string[]
  rights: BlogRights
  /** IANA zone, or `UTC+07:00` when the blog only states an offset. */
  timeZone: string
  isSignedIn: boolean
  lastSyncedAt: UtcIso | null
}

export interface Term {
  remoteId: RemoteTermId
  taxonomy: 'category' | 'tag'
  name: string
  /** Public posts that have it, as the blog counts; null where it never said. */
  useCount: number | null
}

/** WordPress lets people moderate what stands under posts they may change; a desk has no other posts of the blog than those. */
export const mayModerate = ({ kind, rights }: Pick<Blog, 'kind' | 'rights'>): boolean =>
  kind !== 'archive' && (rights.canModerateComments || rights.canPublish)

/** A password of this laptop that a blog still takes, and that is to be taken back there. */
export interface Revocation {
  blogId: BlogId
  blogName: string
  userName: string
  askedAt: UtcIso
  /** This laptop cannot do it: it has no longer the password, or the blog does not let it. */
  isByHand: boolean
  profileUrl: string
}
