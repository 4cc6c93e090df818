import type { Plugin } from 'vite'

/** The built-in words of a component, one module for each of some thirty languages. */
const WORDS = /[\\/]react-aria(?:-components)?[\\/].*[\\/]intl[\\/](?:[^\\/]+[\\/])?([a-z]{2})-[A-Z]{2}\.[cm]?js$/

/** The components bring their few words in all their languages; only those that the interface speaks go into the window. */
export function leaveOutLocales(languages: readonly string[]): Plugin {
  return {
    name: 'leave-out-locales',
    enforce: 'pre',
    load(id) {
      const [, language] = WORDS.exec(id) ?? []
      return language === undefined || languages.includes(language) ? null : 'export default undefined'
    },
  }
}
