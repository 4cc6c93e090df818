import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import { useCore } from '../../api/queries.ts'
import type { BlogId } from '../../../../shared/domain/ids.ts'
import { isFound, isOnShelf, keyOf, type LibraryShelf } from './picture-words.ts'

/** The search brings somebody to one picture. */
function chosenBefore(): string | null {
  const state: unknown = history.state
  if (typeof state !== 'object' || state === null || !('chosenKey' in state)) return null
  return typeof state.chosenKey === 'string' ? state.chosenKey : null
}

/** The pictures for a blog's posts, what is looked for among them, and which one is chosen. */
export function useLibrary(blogId: BlogId) {
  const { core } = useCore()
  const library = useQuery(core.media.library.queryOptions({ blogId }, { staleTime: 0 }))
  const [search, setSearch] = useState('')
  const [shelf, setShelf] = useState<LibraryShelf>('all')
  const [chosenKey, setChosenKey] = useState<string | null>(chosenBefore)
  const soughtFor = useDeferredValue(search)
  const all = library.data
  const shown = useMemo(
    () => (all ?? []).filter((picture) => isOnShelf(picture, shelf) && isFound(picture, soughtFor)),
    [all, shelf, soughtFor],
  )
  return {
    all,
    error: library.error,
    shown,
    search,
    setSearch,
    shelf,
    setShelf,
    chosenKey,
    setChosenKey,
    chosen: shown.find((picture) => keyOf(picture) === chosenKey) ?? null,
  }
}

export type Library = ReturnType<typeof useLibrary>
