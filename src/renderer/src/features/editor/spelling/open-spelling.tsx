import type { Editor } from '@tiptap/core'
import { useLayoutEffect } from 'react'
import type { Live } from '../../../ui/live.ts'
import { SpellingMenu } from './spelling-menu.tsx'
import { type Spelling, type SpellingOptions, useSpelling } from './use-spelling.ts'

interface OpenSpellingProps extends SpellingOptions {
  editor: Editor
  /** Where the others find it that show something of it. */
  spelling: Live<Spelling>
}

/** Looks after the spelling of the open post. Drawn for what it finds, so that the paper and what stands around it are not. */
export function OpenSpelling({ editor, spelling: shown, ...options }: OpenSpellingProps) {
  const spelling = useSpelling(editor, options)
  useLayoutEffect(() => shown.set(spelling))
  return <SpellingMenu spelling={spelling} />
}
