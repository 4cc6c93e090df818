import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

export interface Notice {
  text: string
  /** Whether that can be undone. */
  canUndo: boolean
  /** In the place of what was said before. */
  say: (text: string, canUndo?: boolean) => void
  dismiss: () => void
}

const SHOWN_MS = 20_000
const NOTHING = { text: '', canUndo: false }

/** What was done last, said in one place beside the conversation, not over it. */
export function useNotice(): Notice {
  const [said, setSaid] = useState(NOTHING)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const dismiss = useCallback(() => {
    clearTimeout(timer.current)
    setSaid(NOTHING)
  }, [])
  const say = useCallback(
    (text: string, canUndo = false) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(dismiss, SHOWN_MS)
      setSaid({ text, canUndo })
    },
    [dismiss],
  )
  useEffect(() => () => clearTimeout(timer.current), [])
  return useMemo(() => ({ ...said, say, dismiss }), [said, say, dismiss])
}
