import { useEffect } from 'react'
import type { Settings } from '../../../../shared/contract/inputs.ts'

/** Puts the theme and the direction of the interface on the document. Until settings are known the system decides. */
export function useAppearance(settings: Pick<Settings, 'theme' | 'interfaceDirection'> | undefined): void {
  const theme = settings?.theme ?? 'system'
  const direction = settings?.interfaceDirection ?? 'ltr'
  useEffect(() => {
    const { documentElement } = document
    if (theme === 'system') delete documentElement.dataset['theme']
    else documentElement.dataset['theme'] = theme
    documentElement.dir = direction
  }, [theme, direction])
}
