/**
 * A set with what a person changed in it: `saw` is what they had before them, `wanted` what they made of it. What others
 * added to or took out of `present` meanwhile stays so.
 */
export function withChanges<Item>(present: Item[], { saw, wanted }: { saw: Item[]; wanted: Item[] }): Item[] {
  const kept = present.filter((item) => !saw.includes(item) || wanted.includes(item))
  return [...kept, ...wanted.filter((item) => !saw.includes(item) && !present.includes(item))]
}
