import { useEffect, useLayoutEffect } from 'react'
import type { Settings } from '../../../../shared/contract/settings-input.ts'
import { type Language, languageFacts } from '../../../../shared/words/languages.ts'
import { spokenNow } from '../../../../shared/words/spoken.ts'

/** The direction of the spoken language; English, and it alone, can be mirrored by choice. */
export const directionOf = (settings: Pick<Settings, 'interfaceDirection'> | undefined): 'ltr' | 'rtl' =>
  spokenNow().language === 'en' && settings?.interfaceDirection === 'rtl'
    ? 'rtl'
    : languageFacts[spokenNow().language].direction

/** Puts the language and its direction on the document, also while the desk is locked; what is set once it is open comes after. */
export function useSpokenDocument(language: Language): void {
  useLayoutEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = languageFacts[language].direction
  }, [language])
}

/** Puts the theme and the direction of the interface on the document. Until settings are known the system decides. */
export function useAppearance(settings: Pick<Settings, 'theme' | 'interfaceDirection'> | undefined): void {
  const theme = settings?.theme ?? 'system'
  const direction = directionOf(settings)
  useEffect(() => {
    const { documentElement } = document
    if (theme === 'system') delete documentElement.dataset['theme']
    else documentElement.dataset['theme'] = theme
    documentElement.dir = direction
  }, [theme, direction])
}
