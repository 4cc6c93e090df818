import { useState } from 'react'
import { Button } from '../../ui/button.tsx'

/** `what` begins the sentence that says it was copied. */
export function CopyText({ text, what }: { text: string; what: string }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no')

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('yes')
    } catch {
      setCopied('refused')
    }
  }

  return (
    <>
      <output className="field-hint">
        {copied === 'yes' && `${what} is on the clipboard.`}
        {copied === 'refused' && 'This window may not write to the clipboard. Select the text and copy it.'}
      </output>
      <Button onPress={() => void copy()}>Copy</Button>
    </>
  )
}
