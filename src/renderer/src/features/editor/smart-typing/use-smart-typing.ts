import type { Editor } from '@tiptap/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useCore } from '../../../api/queries.ts'

/** Tells the keys which language the post is in, and whether the person wants signs set at all. */
export function useSmartTyping(editor: Editor, language: string): void {
  const { core } = useCore()
  const isOn = useQuery(core.settings.get.queryOptions(undefined, { select: ({ smartTyping }) => smartTyping }))
  useEffect(() => {
    Object.assign(editor.storage.smartTyping, { language, isOn: isOn.data ?? true })
  }, [editor, language, isOn.data])
}
