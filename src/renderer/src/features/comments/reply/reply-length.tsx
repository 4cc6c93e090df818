import { countWordsIn } from '../../../../../shared/content/count-words.ts'
import { countCharacters, textSize } from '../../../../../shared/content/text-size.ts'
import { LONGEST_REPLY_BYTES } from '../../../../../shared/conversation/reply-document.ts'
import { bytesOf, replyWords } from '../../../../../shared/conversation/reply-text.ts'

/** Nobody measured this for embassies; it is about what a screen shows without scrolling. */
const LONG_WORDS = 250
const LONG_CHARACTERS = 500
const NEARLY_FULL = 0.9

/** How long a reply is by now, and what that means for who reads it. */
export function ReplyLength({ text, language }: { text: string; language: string }) {
  if (text === '') return null
  const words = replyWords(text)
  const size = textSize({ words: countWordsIn(words, language), characters: countCharacters(words) }, language)
  const bytes = bytesOf(text)
  const number = (count: number): string => count.toLocaleString('en-GB')
  const isLong = size.count > (size.unit === 'words' ? LONG_WORDS : LONG_CHARACTERS)
  return (
    <p className="field-hint reply-length">
      {number(size.count)} {size.count === 1 ? size.unit.slice(0, -1) : size.unit}
      {bytes > LONGEST_REPLY_BYTES ? (
        <span className="field-error" role="alert">
          {' '}
          · It is longer than a blog can hold as a comment, by {number(bytes - LONGEST_REPLY_BYTES)} bytes. Shorten it,
          or make it a post and link that.
        </span>
      ) : bytes > LONGEST_REPLY_BYTES * NEARLY_FULL ? (
        ` · Room for ${number(LONGEST_REPLY_BYTES - bytes)} more bytes; a blog holds no longer comment.`
      ) : (
        isLong &&
        ' · Longer than most readers read below a post. A post of its own, linked from a short reply, may serve them better.'
      )}
    </p>
  )
}
