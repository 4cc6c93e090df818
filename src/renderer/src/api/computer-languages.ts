/** What the computer speaks, the language wanted most first, with its country where that is known. */
export function computerLanguages(): readonly string[] {
  const told = window.attache?.languages ?? []
  return told.length > 0 ? told : navigator.languages
}
