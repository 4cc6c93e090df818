import type { BlogDescription, BlogUser } from '../blog-api/blog-api.ts'
import type { StoredBlog } from '../store/blog-repository.ts'

/** What the blog and the account say of themselves at each gate; it may change any day. */
export type BlogFacts = Pick<
  StoredBlog,
  'name' | 'remoteUserId' | 'displayName' | 'roles' | 'rights' | 'timeZone' | 'gmtOffsetHours'
>

export function blogFacts({ name, timeZone, gmtOffsetHours }: BlogDescription, user: BlogUser): BlogFacts {
  return {
    name,
    remoteUserId: user.remoteId,
    displayName: user.displayName,
    roles: user.roles,
    rights: {
      canPublish: user.canPublish,
      canUploadMedia: user.canUploadMedia,
      canModerateComments: user.canModerateComments,
      canEditOthersPosts: user.canEditOthersPosts,
      canWriteUnfilteredHtml: user.canWriteUnfilteredHtml,
      canEditPages: user.canEditPages,
      canPublishPages: user.canPublishPages,
    },
    timeZone: timeZone || offsetName(gmtOffsetHours),
    gmtOffsetHours,
  }
}

/** Whether the account gets at things by now that an earlier reading passed by: everything has to be read again. */
export const seesMore = (now: Pick<StoredBlog, 'rights'>, before: Pick<StoredBlog, 'rights'>): boolean =>
  // Who may publish also gets at posts of their own that are out already; a contributor does not.
  (['canPublish', 'canEditOthersPosts', 'canModerateComments'] as const).some(
    (right) => now.rights[right] && !before.rights[right],
  )

/** `UTC+05:30`, for a blog that states only an offset. */
function offsetName(hours: number): string {
  const minutes = Math.round(Math.abs(hours) * 60)
  const two = (number: number): string => String(number).padStart(2, '0')
  return `UTC${hours < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
