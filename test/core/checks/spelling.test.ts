import { expect, onTestFinished, test } from 'vitest'
import { ignoredPrint } from '../../../src/shared/content/checks/rules/spelling.ts'
import type { BlockNode, KeptParts } from '../../../src/shared/content/document.ts'
import type { PostId } from '../../../src/shared/domain/ids.ts'
import { deskOnPracticeBlog, newPost, paragraph, write } from '../../support/desk-on-practice-blog.ts'

const picture = (words: { alt?: string; caption?: string; credit?: string; kept?: KeptParts }): BlockNode => ({
  type: 'picture',
  attrs: {
    source: null,
    mediaId: null,
    remoteId: null,
    url: 'https://blog.example/a.jpg',
    alt: '',
    caption: '',
    ...words,
  },
})

async function start() {
  const on = await deskOnPracticeBlog()
  onTestFinished(() => on.desk.close())
  const spelling = async (postId: PostId) => {
    const { findings, fine } = await on.desk.query('checks', 'run', { postId })
    const isSpelling = ({ rule }: { rule: string }) => rule === 'misspelt'
    return [...findings, ...fine].filter(isSpelling).map(({ sentence }) => sentence)
  }
  return { ...on, spelling }
}

test('the words of title, excerpt, captions and descriptions are looked up as those of the text are, names of photographers are not', async () => {
  const { desk, blogId, spelling } = await start()
  const postId = await newPost(
    desk,
    blogId,
    'The ambasador',
    paragraph('We recieved tea.'),
    picture({ alt: 'A firy at dawn', caption: 'The habour', credit: 'Xzqy' }),
  )
  await write(desk, postId, { language: 'en', excerpt: 'A breif visit.' })
  expect(await spelling(postId)).toEqual([
    '5 words are in no dictionary and no list of names: “ambasador”, “breif”, “recieved” …',
  ])
  const { findings } = await desk.query('checks', 'run', { postId })
  expect(findings.find(({ rule }) => rule === 'misspelt')?.where).toEqual({ in: 'title' })
})

test('a caption is looked up in the language of its block, and a passage in it in its own', async () => {
  const { desk, blogId, spelling } = await start()
  const html = { '<figcaption>': '<span lang="fr">Le gouvernement</span> drinks tea' }
  const block = picture({ caption: 'Le gouvernement drinks tea', kept: { attributes: {}, html } })
  const french = picture({ alt: 'Le thé du gouvernement', kept: { attributes: {}, html: { lang: 'fr' } } })
  const postId = await newPost(desk, blogId, 'The tea', block, french)
  await write(desk, postId, { language: 'en' })
  expect(await spelling(postId)).toEqual(['Every word is in a dictionary or a list of names'])
})

test('names of the person’s list and of an official one are known, and what is ignored in the post is', async () => {
  const { desk, blogId, spelling } = await start()
  const postId = await newPost(desk, blogId, 'The delta', paragraph('Hanoy, Zxcvby and qwrty.'))
  await write(desk, postId, { language: 'en' })
  await desk.mutate('checks', 'addName', { name: 'Hanoy', blogId })
  const pack = { format: 'attache-rule-pack', version: 1, id: 'names', name: 'Names', language: '*' }
  const contents = JSON.stringify({ ...pack, names: ['Zxcvby'] })
  await desk.mutate('checks', 'addPack', { fileName: 'names.json', contents })
  expect(await spelling(postId)).toEqual(['“qwrty” is in no dictionary and no list of names.'])
  await desk.mutate('checks', 'setFine', { postId, fingerprint: ignoredPrint('qwrty'), isFine: true })
  expect(await spelling(postId)).toEqual(['Every word is in a dictionary or a list of names'])
})

test('nothing is said of spelling where it is off, where a pack says so, or where a language has no dictionary', async () => {
  const { desk, blogId, spelling } = await start()
  const postId = await newPost(desk, blogId, 'Delta', paragraph('We recieved tea.'))
  await write(desk, postId, { language: 'vi' })
  expect(await spelling(postId)).toEqual([])
  await write(desk, postId, { language: 'en' })
  await desk.mutate('settings', 'set', { spelling: false })
  expect(await spelling(postId)).toEqual([])
  await desk.mutate('settings', 'set', { spelling: true })
  expect(await spelling(postId)).toHaveLength(1)
  const pack = { format: 'attache-rule-pack', version: 1, id: 'quiet', name: 'Quiet', language: '*' }
  const contents = JSON.stringify({ ...pack, checks: { misspelt: 'off' } })
  await desk.mutate('checks', 'addPack', { fileName: 'quiet.json', contents })
  expect(await spelling(postId)).toEqual([])
})
