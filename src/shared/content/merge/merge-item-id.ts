export type NextId = (...parts: readonly (string | number | null)[]) => string

/**
 * Ids of items from what they are about: the same parts give the same id, also with the sides swapped when the caller
 * sorts what the sides have. Items that are alike in everything are numbered. Not for secrets: FNV-1a, twice 32 bits.
 */
export function itemIds(): NextId {
  const used = new Map<string, number>()
  return (...parts) => {
    const text = JSON.stringify(parts)
    const hash = hash32(text, 0x811c9dc5) + hash32(text, 0x9747b28c)
    const times = (used.get(hash) ?? 0) + 1
    used.set(hash, times)
    return times === 1 ? hash : `${hash}-${times}`
  }
}

function hash32(text: string, seed: number): string {
  let hash = seed
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
