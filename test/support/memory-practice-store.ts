import type { PracticeStore } from '../../src/main/core/practice-blog/create-practice-blog.ts'

/** A store with memory; `text` is what was saved last. */
export interface MemoryPracticeStore extends PracticeStore {
  text: string | null
}

export function memoryPracticeStore(): MemoryPracticeStore {
  const media = new Map<string, Uint8Array>()
  return {
    text: null,
    load() {
      return this.text
    },
    save(text) {
      this.text = text
    },
    loadMedia: (name) => media.get(name) ?? null,
    saveMedia: (name, bytes) => void media.set(name, Uint8Array.from(bytes)),
    removeMedia: (name) => void media.delete(name),
  }
}
