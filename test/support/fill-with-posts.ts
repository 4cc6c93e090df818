import type { BlogId, PostId, RemotePostId, UtcIso } from '../../src/shared/domain/ids.ts'
import { newId } from '../../src/main/core/new-id.ts'
import { summariseMarkup } from '../../src/main/core/posts/post-summary.ts'
import { createDesk } from '../../src/main/core/store/desk.ts'
import { openStore } from '../../src/main/core/store/open-store.ts'
import type { RemotePost } from '../../src/main/core/blog-api/blog-api.ts'
import { profileIn } from '../../src/main/host/profile.ts'
import { systemRandom } from '../../src/main/host/system-random.ts'
import { seededRandom } from '../faults/seeded-random.ts'
import { openKeysIn } from './open-keys.ts'

const NEWEST_MS = Date.parse('2026-11-20T07:00:00.000Z')

const VOICES = [
  {
    language: 'en',

    words:
      'harbour visa morning province river teacher letter market bridge students culture evening minister garden ferry music library history coast garrison asked answered because nobody'.split(
        ' ',
      ),
  },
  {
    language: 'vi',

    words: 'bến cảng thị thực buổi sáng tỉnh sông giáo viên thư chợ cầu sinh viên văn hóa học bổng đồng ruộng'.split(
      ' ',
    ),
  },
  {
    language: 'fa',

    words: 'بندر روادید صبح استان رود معلم نامه بازار پل دانشجو فرهنگ کتابخانه'.split(' '),
  },
  { language: 'fr', words: 'port visa matin province rivière professeur lettre marché pont élèves culture'.split(' ') },
]

/**
 * As many posts as a long-lived blog has, put on the desk of a closed profile as a first pull would leave them. One in the
 * middle says `needle` in its ninth paragraph.
 */
export function fillWithPosts(
  profileFolder: string,
  blogId: BlogId,
  count: number,
  needle: string,
  keys = openKeysIn(profileFolder),
): void {
  const { databasePath } = profileIn(profileFolder)
  const store = openStore({ databasePath, key: keys?.database ?? null })
  const desk = createDesk(store)
  const random = seededRandom('posts')
  desk.transaction(() => {
    for (let index = 0; index < count; index += 1) {
      const voice = VOICES[random.chance(0.7) ? 0 : random.integer(1, VOICES.length)] ?? VOICES[0]
      if (!voice) return
      const sentence = (length: number): string =>
        Array.from({ length }, () => voice.words[random.integer(0, voice.words.length)] ?? '').join(' ')
      const paragraphs = Array.from({ length: 12 }, (_, place) =>
        place === 8 && index === Math.floor(count / 2) ? `${sentence(9)} ${needle} ${sentence(9)}` : sentence(18),
      )
      const at = new Date(NEWEST_MS - index * 8 * 3_600_000).toISOString() as UtcIso
      const remote = {
        remoteId: (1_000_000 + index) as RemotePostId,
        title: capital(sentence(6)),
        content: paragraphs
          .map((text) => `<!-- wp:paragraph -->\n<p>${capital(text)}.</p>\n<!-- /wp:paragraph -->`)
          .join('\n\n'),
        excerpt: '',
        slug: `a-post-${index}`,
        status: 'publish',
        link: `https://blog.example/a-post-${index}/`,
        publishedAt: at,
        modifiedAt: at,
        authorId: 3,
        categoryIds: [1],
        tagIds: [],
        featuredMediaId: null,
      } as unknown as RemotePost
      const id = newId<PostId>(systemRandom)
      desk.posts.putPost({
        id,
        blogId,
        kind: 'post',
        remoteId: remote.remoteId,
        language: voice.language,
        direction: voice.language === 'fa' ? 'rtl' : 'ltr',
        authorName: '',
        ...summariseMarkup(remote),
        wordCount: 216,
        editedAt: at,
        caret: null,
        isTrashed: false,
      })
      desk.posts.putBase(id, 'agreed', { remote, takenAt: at })
    }
  })
  store.close()
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
