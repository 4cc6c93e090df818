import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openZip } from '../../../src/main/core/interchange/read-zip.ts'
import { openReviewWord } from '../../../src/main/core/review-word/read-review-word.ts'
import { writeReviewWord } from '../../../src/main/core/review-word/write-review-word.ts'
import { overlayPosts } from '../../../src/shared/content/suggestions/overlay-posts.ts'
import { suggestionIds } from '../../../src/shared/content/suggestions/suggestion-ids.ts'
import type { SuggestedBy } from '../../../src/shared/domain/review-file.ts'
import { ensureLibreOffice } from '../../support/ensure-libreoffice.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { given, notes, proposed } from './ferry-review.ts'
import { partOf } from './in-word.ts'

const office = await ensureLibreOffice()
if ('missing' in office) console.log(`skipped: ${office.missing}`)

const sentAt = '2026-11-27T12:00:00.000Z'
const ids = suggestionIds(overlayPosts(given, proposed).document.blocks)
const suggestions = ids.map((suggestionId, at): SuggestedBy => ({
  suggestionId,
  authorName: at % 2 === 0 ? 'Mai' : 'Quan',
  suggestedAt: '2026-11-26T08:30:00.000Z' as SuggestedBy['suggestedAt'],
}))

describe.skipIf('missing' in office)('a review that LibreOffice opened and saved', () => {
  let [docx, odt] = [new Uint8Array(), new Uint8Array()]
  beforeAll(async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'review.docx')
    const review = { mark: 'r', given, proposed, suggestions, notes, sentBy: 'Ann', sentAt }
    writeFileSync(path, await writeReviewWord(review, () => null))
    const converted = (to: string): Uint8Array<ArrayBuffer> => {
      const out = join(folder, 'out')
      const parameters = ['--headless', '--convert-to', to, '--outdir', out, path]
      execFileSync('soffice', parameters, { env: { ...process.env, HOME: folder }, stdio: 'ignore', timeout: 120_000 })
      return new Uint8Array(readFileSync(join(out, `review.${to}`)))
    }
    docx = converted('docx')
    odt = converted('odt')
  }, 240_000)

  const read = async (known: readonly SuggestedBy[], knownNotes: typeof notes) => {
    const file = await openReviewWord('review.docx', docx)
    const savedBy = { name: 'Ann', at: sentAt }
    return file.marry({ given, proposed, suggestions: known, notes: knownNotes, savedBy })
  }

  test('has the same suggestions of the same people, and the same notes', async () => {
    const result = await read(suggestions, notes)
    expect(result.proposed).toEqual(proposed)
    expect(result.isTracked).toBe(true)
    expect(result.suggestions.filter(({ suggestionId }) => ids.includes(suggestionId))).toEqual(suggestions)
    expect(result.notes).toEqual(notes)
  })

  test('says all of it to a desk that knows only the text that was given', async () => {
    const file = await openReviewWord('review.docx', docx)
    const result = file.marry({
      given,
      proposed: given,
      suggestions: [],
      notes: [],
      savedBy: { name: 'Ann', at: sentAt },
    })
    expect(suggestionIds(overlayPosts(given, result.proposed).document.blocks)).toHaveLength(ids.length)
    expect(new Set(result.suggestions.map(({ authorName }) => authorName))).toEqual(new Set(['Ann', 'Mai', 'Quan']))
    expect(result.notes.map(({ authorName, words }) => [authorName, words])).toEqual(
      expect.arrayContaining(
        notes.flatMap((note) => [note, ...note.replies].map((one) => [one.authorName, one.words])),
      ),
    )
    expect(result.notes.find(({ words }) => words === notes[0]?.words)).toMatchObject({
      anchor: { quote: notes[0]?.anchor?.quote },
      resolved: { by: 'Ann' },
    })
  })

  test('has its changes and its comments in both of LibreOffice’s forms', () => {
    const xml = partOf(docx, 'word/document.xml')
    for (const name of ['Mai', 'Quan']) {
      expect(xml).toContain(`<w:ins w:id=`)
      expect(xml).toContain(`w:author="${name}" w:date="2026-11-26T08:30:00Z"`)
    }
    const limits = { parts: 100, partBytes: 1e8, wholeBytes: 1e8, ratio: 1e6 }
    const content = Buffer.from(openZip(odt, limits).read('content.xml') ?? []).toString('utf8')
    for (const tag of ['text:insertion', 'text:deletion', 'text:format-change']) expect(content).toContain(`<${tag}>`)
    expect(content.match(/<office:annotation /g)).toHaveLength(notes.flatMap(({ replies }) => [1, ...replies]).length)
  })
})
