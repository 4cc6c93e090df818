import type { Editor } from '@tiptap/core'
import { useLayoutEffect, useRef } from 'react'

/**
 * Where the text of a post stands on the page. tiptap's own place for it is made for views that React draws, of which the text has
 * none: for them it draws all of the text a second time when it comes, and once more when it goes.
 */
export function TextPlace({ editor }: { editor: Editor }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (editor.isDestroyed) return
    const { dom } = editor.view
    place.current?.append(dom)
    return () => dom.remove()
  }, [editor])
  return <div ref={place} className="post-words" />
}
