/** Which pictures of the blog's text are on this laptop, by the address that stands in the text; node views ask and listen. */
export interface LocalCopies {
  find(url: string | null): string | null
  set(copies: readonly { url: string; mediaId: string }[]): void
  /** Returns the function that stops listening. */
  onChange(listener: () => void): () => void
}

export function createLocalCopies(): LocalCopies {
  const listeners = new Set<() => void>()
  let mediaIds = new Map<string, string>()
  return {
    find: (url) => (url === null ? null : (mediaIds.get(url) ?? null)),
    set(copies) {
      mediaIds = new Map(copies.map(({ url, mediaId }) => [url, mediaId]))
      for (const listener of listeners) listener()
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
