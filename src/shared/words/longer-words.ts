import { type CompiledMessage, compileMessage } from '@lingui/message-utils/compileMessage'

const PLAIN = 'aeiouncyAEIOUNCY'
const MARKED = 'àéîôüñçýÀÉÎÔÜÑÇÝ'

/** A plural or select, of which one case is said: the last one, `other`. */
const CASES = /\{\w+, (?:plural|select|selectordinal),.*?other \{((?:[^{}]|\{[^{}]*\})*)\}\s*\}/gs

/** A sentence with accents, in brackets, and two fifths longer, which is as long as other languages get; its holes stay as they are. */
export function longerWords(message: string): CompiledMessage {
  const length = Math.ceil(message.replaceAll(CASES, '$1').replaceAll(/\{[^{}]*\}|<[^<>]*>/g, '').length * 0.4)
  // In words, which go on the next line as words do.
  const filling = '~'.repeat(length).replaceAll(/~{8}(?=~)/g, '~~~~~~~~ ')
  return ['⟦', ...compileMessage(message, withAccents), `${filling}⟧`]
}

/** Tags are for the program. */
const withAccents = (text: string): string =>
  text.replaceAll(/<[^<>]*>|[a-z]/gi, (found) => {
    const place = found.length === 1 ? PLAIN.indexOf(found) : -1
    return place === -1 ? found : MARKED.charAt(place)
  })
