import { expect, it } from 'vitest'
import { createLocalCopies } from '../../../../../src/renderer/src/features/editor/schema/local-copies.ts'

it('a picture that comes down while its post is open is told to whoever shows it, until it is gone', () => {
  const copies = createLocalCopies()
  const seen: (string | null)[] = []
  const stop = copies.onChange(() => seen.push(copies.find('https://b.example/a.png')))
  copies.set([{ url: 'https://b.example/a.png', mediaId: 'a1' }])
  copies.set([])
  stop()
  copies.set([{ url: 'https://b.example/a.png', mediaId: 'a1' }])
  expect(seen).toEqual(['a1', null])
  expect(copies.find(null)).toBeNull()
})
