import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { openScratchFile } from '../../../src/main/core/media/scratch-file.ts'
import { removePlace, type TakenPlace } from '../../../src/main/core/media/without-place.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import { box, filmWithPlace, PLACE, placeTrack } from '../../support/films.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

async function cleaned(film: Buffer): Promise<TakenPlace & { bytes: Buffer }> {
  const file = await openScratchFile(join(temporaryFolder(), 'film'), systemRandom)
  await file.append(film)
  const taken = await removePlace(file)
  const bytes = await buffer(file.stream())
  await file.remove()
  return { ...taken, bytes }
}

test('every way in which a film says its place is blanked, and every other byte stays where it was', async () => {
  const film = filmWithPlace()
  const { bytes, ...taken } = await cleaned(film)
  expect(taken).toEqual({ isRemoved: true, remains: false })
  expect(bytes.byteLength).toBe(film.byteLength)
  expect(bytes.toString('latin1')).not.toMatch(PLACE)
  expect(bytes.toString('latin1')).toMatch(/a phone[^]*\bfree/)
  // What changed is either blank now, or the name of a box.
  const changed = [...bytes.keys()].filter((at) => bytes[at] !== film[at])
  expect(changed.filter((at) => bytes[at] !== 0 && !'free'.includes(String.fromCharCode(bytes[at] ?? 0)))).toEqual([])
  const mdat = film.indexOf('mdat')
  expect(changed.filter((at) => at < mdat + 44)).toEqual([])
  expect((await cleaned(bytes)).isRemoved).toBe(false)
})

test('a track that says the place of each moment cannot be taken out, and is told', async () => {
  expect(await cleaned(filmWithPlace(placeTrack))).toMatchObject({ isRemoved: true, remains: true })
})

test('a film without a place is not touched', async () => {
  const film = Buffer.concat([box('ftyp', 'mp42'), box('mdat', 'loci \u00A9xyz'), box('moov', box('mvhd'))])
  const { bytes, ...taken } = await cleaned(film)
  expect(taken).toEqual({ isRemoved: false, remains: false })
  expect(bytes.equals(film)).toBe(true)
})

test('whatever the bytes are, their number stays and nothing fails', async () => {
  const film = filmWithPlace()
  const damage = fc.array(fc.tuple(fc.nat(film.byteLength - 1), fc.nat(255)), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(damage, async (bytes) => {
      const damaged = Buffer.from(film)
      for (const [at, value] of bytes) damaged[at] = value
      expect((await cleaned(damaged)).bytes.byteLength).toBe(film.byteLength)
    }),
    { numRuns: 100 },
  )
})
