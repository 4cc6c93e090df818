import type { ShareLine } from '../domain/share-line.ts'
import type { Versions } from '../content/merge/post-merge.ts'

type Field = Exclude<keyof ShareLine, 'id' | 'text'>
const FIELDS: readonly Field[] = ['kind', 'platform', 'platformName', 'ownLimit', 'language']

/**
 * Three versions of the share lines of a post, line by line. Where both sides wrote something else, both texts stand in the line, mine
 * first; a line that one side took out and the other wrote on stays. Pure; nothing that either side wrote is lost.
 */
export function mergeShareLines({ base, mine, theirs }: Versions<readonly ShareLine[]>): ShareLine[] {
  const find = (lines: readonly ShareLine[], id: string) => lines.find((line) => line.id === id)
  const merged = mine.flatMap((line): ShareLine[] => {
    const [before, there] = [find(base, line.id), find(theirs, line.id)]
    if (there) return [mergeLine({ base: before, mine: line, theirs: there })]
    return before && isSameLine(before, line) ? [] : [line]
  })
  const arrived = theirs.filter((line) => {
    if (find(mine, line.id)) return false
    const before = find(base, line.id)
    return !before || !isSameLine(before, line)
  })
  return [...merged, ...arrived]
}

export const isSameLine = (one: ShareLine, other: ShareLine): boolean =>
  one.id === other.id && one.text === other.text && FIELDS.every((field) => one[field] === other[field])

export const areSameLines = (one: readonly ShareLine[], other: readonly ShareLine[]): boolean =>
  one.length === other.length &&
  one.every((line, at) => {
    const there = other[at]
    return there !== undefined && isSameLine(line, there)
  })

function mergeLine({
  base,
  mine,
  theirs,
}: {
  base: ShareLine | undefined
  mine: ShareLine
  theirs: ShareLine
}): ShareLine {
  const take = <Key extends Field>(field: Key): ShareLine[Key] =>
    base !== undefined && mine[field] === base[field] ? theirs[field] : mine[field]
  return {
    id: mine.id,
    kind: take('kind'),
    platform: take('platform'),
    platformName: take('platformName'),
    ownLimit: take('ownLimit'),
    language: take('language'),
    text: mergeText(base?.text, mine.text, theirs.text),
  }
}

function mergeText(base: string | undefined, mine: string, theirs: string): string {
  if (mine === theirs || theirs === base || theirs === '') return mine
  if (mine === base || mine === '') return theirs
  return `${mine}\n\n${theirs}`
}
