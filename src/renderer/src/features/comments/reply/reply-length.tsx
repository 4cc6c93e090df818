import { countWordsIn } from '../../../../../shared/content/count-words.ts'
import { countCharacters, textSize } from '../../../../../shared/content/text-size.ts'
import { LONGEST_REPLY_BYTES } from '../../../../../shared/conversation/reply-document.ts'
import { bytesOf, replyWords } from '../../../../../shared/conversation/reply-text.ts'
import { t } from '../../../../../shared/words/t.ts'

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
  const isLong = size.count > (size.unit === 'words' ? LONG_WORDS : LONG_CHARACTERS)
  return (
    <p className="field-hint reply-length">
      {size.unit === 'words'
        ? t('{count, plural, one {# word} other {# words}}', { count: size.count })
        : t('{count, plural, one {# character} other {# characters}}', { count: size.count })}
      {bytes > LONGEST_REPLY_BYTES ? (
        <span className="field-error" role="alert">
          {' · '}
          {t(
            'It is longer than a blog can hold as a comment, by {count, plural, one {# byte} other {# bytes}}. Shorten it, or make it a post and link that.',
            { count: bytes - LONGEST_REPLY_BYTES },
          )}
        </span>
      ) : bytes > LONGEST_REPLY_BYTES * NEARLY_FULL ? (
        ` · ${t('Room for {count, plural, one {# more byte} other {# more bytes}}; a blog holds no longer comment.', { count: LONGEST_REPLY_BYTES - bytes })}`
      ) : (
        isLong &&
        ` · ${t('Longer than most readers read below a post. A post of its own, linked from a short reply, may serve them better.')}`
      )}
    </p>
  )
}
