import { useEffect, useState, useSyncExternalStore } from 'react'
import { computerLanguages } from '../../api/computer-languages.ts'
import { useCore } from '../../api/queries.ts'
import { afterStart } from '../../ui/later.tsx'
import { type LanguageChoice, LANGUAGES, speechFor } from '../../../../shared/words/languages.ts'
import { speak } from '../../../../shared/words/speak.ts'
import { onSpeech, spokenNow } from '../../../../shared/words/spoken.ts'

/** What this window speaks; whatever is drawn is drawn anew under another one. */
export const useSpeech = () => useSyncExternalStore(onSpeech, spokenNow)

const REMEMBERED = 'attache.language'

/**
 * What this window spoke when it was open last: the choice itself lies behind the lock. A browser whose address of the desk is
 * another one each time has forgotten it, and the lock screen speaks as the computer does.
 */
export function rememberedChoice(): LanguageChoice {
  const remembered = localStorage.getItem(REMEMBERED)
  return LANGUAGES.find((language) => language === remembered) ?? 'as-the-computer'
}

/**
 * Speaks what the person chose, and tells the core, which writes notices and sheets. True as soon as it is spoken, or could not be
 * loaded: then the words stay as they are.
 */
export function useChosenSpeech(choice: LanguageChoice | undefined): boolean {
  const { client } = useCore()
  const [settled, setSettled] = useState<LanguageChoice | null>(null)
  const { language, formatLocale } = useSpeech()
  useEffect(() => {
    if (choice === undefined) return
    const speech = speechFor(choice, computerLanguages())
    void (async () => {
      try {
        await speak(speech).finally(() => setSettled(choice))
        localStorage.setItem(REMEMBERED, choice)
        await afterStart
        await client.settings.noteSpeech.mutate(speech)
      } catch {
        // Words that cannot be loaded, or a core that is gone, which says so itself.
      }
    })()
  }, [choice, client])
  if (choice === undefined) return false
  const wanted = speechFor(choice, computerLanguages())
  return settled === choice || (wanted.language === language && wanted.formatLocale === formatLocale)
}
