import { beforeAll, describe, expect, test } from 'vitest'
import { seededRandom } from '../../faults/seeded-random.ts'
import { deskOnPracticeBlog, newPost, paragraph, type DeskOnBlog } from '../../support/desk-on-practice-blog.ts'
import { soundsOf, WORDS_OF } from '../../support/words-of-languages.ts'
import { titlesFound, wordsMarked } from './find-all.ts'

const POSTS_EACH = 40
const QUESTIONS_EACH = 60

let blog: DeskOnBlog
const texts = new Map<string, { title: string; text: string }[]>()

beforeAll(async () => {
  blog = await deskOnPracticeBlog()
  const random = seededRandom('texts')
  for (const [language, { between, words }] of Object.entries(WORDS_OF)) {
    const posts = Array.from({ length: POSTS_EACH }, (_, index) => ({
      title: `${language} ${index}`,
      text: Array.from({ length: 9 }, () => words[random.integer(0, words.length)] ?? '').join(between),
    }))
    for (const { title, text } of posts) await newPost(blog.desk, blog.blogId, title, paragraph(text))
    texts.set(language, posts)
  }
})

describe('whatever a scan through the texts finds, the search finds, and nothing else', () => {
  test.each(Object.keys(WORDS_OF))('%s', async (language) => {
    const random = seededRandom(language)
    const posts = texts.get(language) ?? []
    for (let question = 0; question < QUESTIONS_EACH; question += 1) {
      const letters = Array.from(posts[question % posts.length]?.text ?? '')
      const length = random.integer(1, 8)
      const from = random.integer(0, letters.length - length)
      // One stretch without a space, which would make two words of it.
      const [asked = ''] = letters
        .slice(from, from + length)
        .join('')
        .split(/[\s\u200c]+/)
        .filter((part) => part !== '')
      if (!/\p{L}/u.test(asked)) continue
      const scanned = posts.filter(({ text }) => soundsOf(text).includes(soundsOf(asked))).map(({ title }) => title)
      const found = await titlesFound(blog.desk, asked)
      expect(found.filter((title) => title.startsWith(language)).toSorted(), asked).toEqual(scanned.toSorted())
    }
  })
})

describe('what is written in another way is found', () => {
  let desk: DeskOnBlog
  beforeAll(async () => {
    desk = await deskOnPracticeBlog()
    const { blogId } = desk
    await newPost(desk.desk, blogId, 'Học bổng ở Đồng Tháp', paragraph('Đơn xin học bổng gửi trước tháng Mười.'))
    await newPost(desk.desk, blogId, 'À l’ambassade', paragraph('L’élève a reçu son œuvre à Strasbourg.'))
    await newPost(desk.desk, blogId, 'Straße', paragraph('Ångström und Øresund, CAFÉ in ﬁne Ｆｕｌｌ width.'))
    await newPost(desk.desk, blogId, 'العَرَبِيَّة', paragraph('مُحَمَّد يكتب رسالـــة إلى الأستاذة في ١٢ مارس ۱۴۰۴'))
    await newPost(desk.desk, blogId, 'فارسی', paragraph('کتاب‌های علی را می‌خوانم'))
    await newPost(desk.desk, blogId, 'Русский', paragraph('Ещё ёлка и мой чай'))
    await newPost(desk.desk, blogId, 'हिन्दी', paragraph('दूतावास में छात्रवृत्ति के प्रश्न'))
  })

  test.each([
    ['hoc bong', 'Học bổng ở Đồng Tháp'],
    ['dong thap', 'Học bổng ở Đồng Tháp'],
    ['don xin', 'Học bổng ở Đồng Tháp'],
    ['HỌC BỔNG'.normalize('NFD'), 'Học bổng ở Đồng Tháp'],
    ['ambassade', 'À l’ambassade'],
    ['eleve oeuvre', 'À l’ambassade'],
    ["l'ambassade", 'À l’ambassade'],
    ['strasse', 'Straße'],
    ['angstrom oresund cafe fine full', 'Straße'],
    ['محمد', 'العَرَبِيَّة'],
    ['رسالة', 'العَرَبِيَّة'],
    ['رساله الى الاستاذه', 'العَرَبِيَّة'],
    ['استاذ', 'العَرَبِيَّة'],
    ['12 1404', 'العَرَبِيَّة'],
    ['كتابهاي علي', 'فارسی'],
    ['مي‌خوانم', 'فارسی'],
    ['ещe елка'.replace('e', 'е'), 'Русский'],
    ['छात्रवृत्ति', 'हिन्दी'],
  ])('%s', async (asked, title) => {
    expect(await titlesFound(desk.desk, asked)).toEqual([title.normalize('NFC')])
  })

  test('and is marked where it stands, as it stands', async () => {
    expect(await wordsMarked(desk.desk, 'hoc bong')).toEqual(['học', 'bổng'])
    expect(await wordsMarked(desk.desk, '"hoc bong"')).toEqual(['học bổng'])
    expect(await wordsMarked(desk.desk, 'محمد')).toEqual(['مُحَمَّد'])
    expect(await wordsMarked(desk.desk, 'كتابهاي')).toEqual(['کتاب‌های'])
    expect(await wordsMarked(desk.desk, 'oeuvre')).toEqual(['œuvre'])
  })
})
