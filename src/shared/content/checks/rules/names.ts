import { t } from '../../../words/t.ts'
import type { Check } from '../check.ts'
import { around, excerptOf, placeOf, replacing } from '../place.ts'
import { isInCode } from '../readable-post.ts'

const CAPITALISED = /\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu
/** More in one sentence are a list of people, not one name. */
const LONGEST = 6

/**
 * Why: a name spelt wrong is what its bearer sees first, and in diplomacy it is remembered. Compared with the lists of names (those in
 * packs and one's own): one slip apart, or without its marks. Scripts without capitals are not looked at.
 */
export const names: Check = {
  id: 'name-nearly',
  fine: () => t('Names match the name list'),
  isAbout: (_post, { names }) => names.size > 0,
  *look(post, { names: list }) {
    if (list.size === 0) return
    for (const block of post.texts) {
      if (block.isVerbatim) continue
      for (const run of runsIn(block.text)) {
        let first = 0
        while (first < run.length) {
          first += 1
          const start = run[first - 1]
          if (!start || isInCode(block, start.index)) continue
          for (let count = Math.min(list.longest, run.length - first + 1); count > 0; count--) {
            const last = run[first + count - 2]
            if (!last) continue
            const to = last.index + last.word.length
            const written = block.text.slice(start.index, to)
            const name = list.nearMiss(written.replaceAll(/\s+/gu, ' '))
            if (name === null) continue
            const possessive = /['’]s$/u.exec(written)?.[0] ?? ''
            yield {
              sentence: t('“{written}” is nearly “{name}” of the name list.', {
                written: excerptOf(written),
                name: excerptOf(name),
              }),
              why: t('A name spelt wrong is what its bearer sees first.'),
              where: placeOf(block, start.index, to),
              fixes: [replacing(block, start.index, to, name + possessive, t('Write {name}', { name }))],
              about: around(block, start.index, to),
            }
            first += count - 1
            break
          }
        }
      }
      yield null
    }
  },
}

interface Word {
  word: string
  index: number
}

/** Capitalised words that follow one another with nothing but a space between. */
function runsIn(text: string): Word[][] {
  const runs: Word[][] = []
  let last: Word[] = []
  for (const { index, 0: word } of text.matchAll(CAPITALISED)) {
    const before = last.at(-1)
    const isNext =
      before && last.length < LONGEST && /^[ \u00a0]$/u.test(text.slice(before.index + before.word.length, index))
    if (isNext) last.push({ word, index })
    else {
      last = [{ word, index }]
      runs.push(last)
    }
  }
  return runs
}
