import type { PostId } from '../../../src/shared/domain/ids.ts'
import type { ShareLine } from '../../../src/shared/domain/share-line.ts'
import { write } from '../../support/desk-on-practice-blog.ts'
import type { TestDesk } from '../../support/open-desk.ts'

export const shareLine = (id: string, text: string, change: Partial<ShareLine> = {}): ShareLine => ({
  id,
  kind: 'platform',
  platform: 'mastodon',
  platformName: '',
  ownLimit: null,
  language: '',
  text,
  ...change,
})

export const SHARED = [
  shareLine('1', 'Nobody has seen the ferry wait. {link}', { kind: 'announcement' }),
  shareLine('2', 'Không ai thấy phà chờ. {link}', {
    platform: 'other',
    platformName: 'Zing',
    ownLimit: 300,
    language: 'vi',
  }),
]

export const share = (desk: TestDesk, postId: PostId, shareLines: ShareLine[]): Promise<void> =>
  write(desk, postId, { shareLines })

export const linesOf = async (desk: TestDesk, postId: PostId): Promise<ShareLine[]> =>
  (await desk.query('posts', 'get', { postId })).shareLines
