import { replaceEqualDeep } from '@tanstack/react-query'

/**
 * A row that says what it said stays the same object wherever in the list it now stands: React Query's own sharing goes by
 * place, so that one post which moved to the top made thousands of others new.
 */
export function shareRows(before: unknown, after: unknown): unknown {
  if (!isRows(before) || !isRows(after)) return replaceEqualDeep<unknown>(before, after)
  const known = new Map(before.map((row) => [row.id, row]))
  const shared = after.map((row) => {
    const was = known.get(row.id)
    return was === undefined || was === row ? row : replaceEqualDeep(was, row)
  })
  return shared.length === before.length && shared.every((row, at) => row === before[at]) ? before : shared
}

/** Also what somebody selects from a list comes here, of whatever shape. */
const isRows = (data: unknown): data is { id: unknown }[] =>
  Array.isArray(data) && data.every((each) => typeof each === 'object' && each !== null && 'id' in each)
