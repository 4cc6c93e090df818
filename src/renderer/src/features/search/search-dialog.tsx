import { useEffect } from 'react'
import type { Blog } from '../../../../shared/domain/blog.ts'
import { laterDialog, useIsNextAtStart } from '../../ui/later.tsx'
import { closeSearch, useIsSearchOpen } from './search-open.ts'

const SearchPalette = laterDialog(async () => (await import('./search-palette.tsx')).SearchPalette)

/** Drawn as soon as its key is obeyed, which is before the bar at the top: what is typed right behind the key belongs to it. */
export function SearchDialog({ blogs, active }: { blogs: Blog[]; active: Blog }) {
  // Who knows the name of what they want types it and Enter right behind the key: it is there before anybody presses it.
  const isNext = useIsNextAtStart()
  useEffect(() => {
    if (isNext) void SearchPalette.fetch()
  }, [isNext])
  return <SearchPalette blogs={blogs} active={active} isOpen={useIsSearchOpen()} onClose={closeSearch} />
}
