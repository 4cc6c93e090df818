import { utcIso, type BlogId, type PostId, type RemoteUserId } from '../../src/shared/domain/ids.ts'
import { newId } from '../../src/main/core/new-id.ts'
import type { StoredBlog } from '../../src/main/core/store/blog-repository.ts'
import type { Desk } from '../../src/main/core/store/desk.ts'
import { systemRandom } from '../../src/main/host/system-random.ts'

/** A blog in the database, with an account that may do everything. */
export function putTestBlog(desk: Desk, fields: Partial<StoredBlog> = {}): StoredBlog {
  const blog: StoredBlog = {
    id: newId<BlogId>(systemRandom),
    kind: 'wordpress',
    name: 'A blog',
    url: 'https://blog.example',
    restRoot: 'https://blog.example/wp-json/',
    userName: 'amir',
    remoteUserId: 2 as RemoteUserId,
    displayName: 'Amir',
    roles: ['editor'],
    rights: {
      canPublish: true,
      canUploadMedia: true,
      canModerateComments: true,
      canEditOthersPosts: true,
      canWriteUnfilteredHtml: true,
    },
    timeZone: 'Asia/Ho_Chi_Minh',
    gmtOffsetHours: 7,
    isSignedIn: true,
    postsCursor: null,
    pagesCursor: null,
    commentsCursor: null,
    termsPulledAt: null,
    lastSyncedAt: null,
    ...fields,
  }
  desk.blogs.putBlog(blog)
  return blog
}

/** An empty post on that blog's desk. */
export function putTestPost(desk: Desk, blog: StoredBlog): PostId {
  const id = newId<PostId>(systemRandom)
  desk.posts.putPost({
    id,
    blogId: blog.id,
    kind: 'post',
    remoteId: null,
    language: '',
    direction: 'ltr',
    authorName: blog.displayName,
    title: '',
    excerptLine: '',
    wordCount: 0,
    editedAt: utcIso(new Date('2026-11-21T07:02:00.000Z')),
    caret: null,
    isTrashed: false,
  })
  return id
}
