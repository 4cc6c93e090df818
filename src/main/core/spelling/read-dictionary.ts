export interface DictionaryText {
  aff: string
  dic: string
}

export type DictionaryProblem = 'encoding' | 'no-words' | 'not-affixes'

/** The names Hunspell has for encodings where they are not those of the web. */
const ENCODINGS: Record<string, string> = {
  'MICROSOFT-CP1251': 'windows-1251',
  'TIS620-2533': 'windows-874',
}

/**
 * A pair of Hunspell files as text (hunspell(5)), in whatever encoding `SET` names, and from then on in UTF-8. What would let every word
 * be called wrong, such as a file of another kind, is refused.
 */
export function readDictionary(aff: Uint8Array, dic: Uint8Array): DictionaryText | { problem: DictionaryProblem } {
  const named = /^\uFEFF?(?:.*\n)*?[ \t]*SET[ \t]+(\S+)/u.exec(latin(aff))?.[1]?.toUpperCase() ?? 'ISO8859-1'
  const decoder = decoderOf(named)
  if (!decoder) return { problem: 'encoding' }
  const affixes = decoder.decode(aff).replace(/^\uFEFF/u, '')
  const words = decoder.decode(dic).replace(/^\uFEFF/u, '')
  if (!/^\s*\d+/u.test(words) || words.split('\n', 12).length < 3) return { problem: 'no-words' }
  if (!/^[ \t]*(?:SET|TRY|FLAG|PFX|SFX|REP|KEY|ICONV|WORDCHARS|BREAK|MAP)\b/mu.test(affixes))
    return { problem: 'not-affixes' }
  if (named === 'UTF-8') return { aff: affixes, dic: words }
  const set = affixes.replace(/^[ \t]*SET[ \t]+\S+/mu, '')
  // Flags were single bytes; now some take two.
  const flags = /^[ \t]*FLAG\b/mu.test(set) ? '' : 'FLAG UTF-8\n'
  return { aff: `SET UTF-8\n${flags}${set}`, dic: words }
}

/** Enough to read the line that names the encoding: it stands at the top. */
const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes.subarray(0, 20_000))

function decoderOf(name: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(ENCODINGS[name] ?? name.replace(/^ISO8859/u, 'ISO-8859'))
  } catch {
    return null
  }
}
