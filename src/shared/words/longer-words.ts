import { type CompiledMessage, compileMessage } from '@lingui/message-utils/compileMessage'

const PLAIN = 'aeiouncyAEIOUNCY'
const MARKED = 'àéîôüñçýÀÉÎÔÜÑÇÝ'

/** A sentence with accents, in brackets, and two fifths longer, which is as long as other languages get; its holes stay as they are. */
export function longerWords(message: string): CompiledMessage {
  const filling = '~'.repeat(Math.ceil(message.replaceAll(/\{[^{}]*\}|<[^<>]*>/g, '').length * 0.4))
  return ['⟦', ...compileMessage(message, withAccents), `${filling}⟧`]
}

/** Tags are for the program. */
const withAccents = (text: string): string =>
  text.replaceAll(/<[^<>]*>|[a-z]/gi, (found) => {
    const place = found.length === 1 ? PLAIN.indexOf(found) : -1
    return place === -1 ? found : MARKED.charAt(place)
  })
