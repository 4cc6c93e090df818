import { useState } from 'react'
import { t } from '../../../../shared/words/t.ts'
import { Button } from '../../ui/button.tsx'

/** `copiedWords` says that it was copied. */
export function CopyText({ text, copiedWords }: { text: string; copiedWords: string }) {
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
        {copied === 'yes' && copiedWords}
        {copied === 'refused' && t('This window may not write to the clipboard. Select the text and copy it.')}
      </output>
      <Button onPress={() => void copy()}>{t('Copy')}</Button>
    </>
  )
}
