import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { SavedReply } from '../../../src/shared/domain/saved-reply.ts'
import { deskOnPracticeBlog } from '../../support/desk-on-practice-blog.ts'

const saved = (fields: Partial<SavedReply> = {}): SavedReply => ({
  id: randomUUID() as SavedReply['id'],
  blogId: null,
  name: 'Thanks',
  language: 'en',
  text: 'Dear {name},\n\n<em>thank you</em>.',
  ...fields,
})

test('a saved reply is there after a restart, in its last words, and goes when it is taken away', async () => {
  const on = await deskOnPracticeBlog()
  const thanks = saved()
  const hours = saved({ name: 'Opening hours', blogId: on.blogId, language: '' })
  await on.desk.mutate('savedReplies', 'put', thanks)
  await on.desk.mutate('savedReplies', 'put', hours)
  await on.desk.mutate('savedReplies', 'put', { ...thanks, name: 'A word of thanks', text: 'Thank you, {name}.' })
  await on.desk.close()
  const again = on.openOther(on.profileFolder)
  const reworded = { ...thanks, name: 'A word of thanks', text: 'Thank you, {name}.' }
  expect(await again.query('savedReplies', 'list')).toEqual([reworded, hours])
  await again.mutate('savedReplies', 'remove', { id: thanks.id })
  expect(await again.query('savedReplies', 'list')).toEqual([hours])
  // Undo is the same reply once more.
  await again.mutate('savedReplies', 'put', reworded)
  expect(await again.query('savedReplies', 'list')).toEqual([reworded, hours])
  await again.close()
})

test('one without a name, without words or for a blog that is not here is refused', async () => {
  const on = await deskOnPracticeBlog()
  for (const refused of [saved({ name: ' ' }), saved({ text: ' ' }), saved({ blogId: randomUUID() as never })])
    await expect(on.desk.mutate('savedReplies', 'put', refused)).rejects.toMatchObject({
      data: { kind: expect.stringMatching(/invalid-input|no-such-item/) },
    })
  expect(await on.desk.query('savedReplies', 'list')).toEqual([])
  await on.desk.close()
})
