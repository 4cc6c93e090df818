/**
 * Whether two folded names are one slip apart, or two for a long name: a letter added, left out, exchanged, or two swapped
 * (optimal string alignment). The first letter has to be the same, as it is in nine slips of ten (Pollock and Zamora 1984),
 * and a plural is no slip.
 */
export function isNearName(words: string, name: string): boolean {
  const limit = name.length >= 10 ? 2 : 1
  if (words[0] !== name[0] || Math.abs(words.length - name.length) > limit) return false
  if (words === `${name}s` || name === `${words}s`) return false
  return distance(words, name, limit) <= limit
}

/** More than `limit` is said as `limit + 1`, and found out early. */
function distance(one: string, other: string, limit: number): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1)
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return limit + 1
    beforeLast = last
    last = current
  }
  return last[other.length] ?? limit + 1
}
