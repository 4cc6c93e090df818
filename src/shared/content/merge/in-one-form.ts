import { classicMarkupToBlocks } from '../classic/classic-markup.ts'
import { isClassicMarkup } from '../classic/classic-pieces.ts'
import { isBlank } from '../white-space.ts'
import type { Versions } from './post-merge.ts'

/**
 * The contents, as blocks throughout where one side made blocks of a classic post while the other wrote in it: else nothing
 * of the two could be compared. Where only one side changed anything, its bytes are what counts.
 */
export function inOneForm(contents: Versions<string>): Versions<string> {
  const { base, mine, theirs } = contents
  const isDecided = base === mine || base === theirs || mine === theirs
  const isBlocksMade = isClassicMarkup(mine) !== isClassicMarkup(theirs)
  if (isDecided || isBlank(base) || !isClassicMarkup(base) || !isBlocksMade) return contents
  return {
    base: classicMarkupToBlocks(base),
    mine: classicMarkupToBlocks(mine),
    theirs: classicMarkupToBlocks(theirs),
  }
}
