import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../../../shared/words/t.ts'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import { ignoredPrint } from '../../../../../shared/content/checks/rules/spelling.ts'
import type { PostId } from '../../../../../shared/domain/ids.ts'
import { errorLine } from '../../../../../shared/sentences.ts'
import { showToast } from '../../../ui/toasts.tsx'

/** What the person said of words of this post: that they are to be let be. */
export interface IgnoredWords {
  /** Everything that was called fine, spelling or not; undefined until it is known. */
  fine: readonly string[] | undefined
  isListOpen: boolean
  openList: () => void
  closeList: () => void
  ignore: (word: string) => void
  lookAgain: (words: readonly string[]) => void
}

export function useIgnoredWords(postId: PostId): IgnoredWords {
  const { core } = useCore()
  const fine = useQuery(core.checks.fine.queryOptions({ postId })).data
  const saying = useMutation(
    core.checks.setFine.mutationOptions({ onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }) }),
  )
  const [isListOpen, setIsListOpen] = useState(false)

  function say(words: readonly string[], isFine: boolean): void {
    for (const word of words) saying.mutate({ postId, fingerprint: ignoredPrint(word), isFine })
  }

  /** Says it, says that it was said, and how to take it back. */
  function sayAndTell(words: readonly string[], isFine: boolean, text: string): void {
    say(words, isFine)
    showToast({ text, action: { label: t('Undo'), run: () => say(words, !isFine) } })
  }

  return {
    fine,
    isListOpen,
    openList: () => setIsListOpen(true),
    closeList: () => setIsListOpen(false),
    ignore: (word) => sayAndTell([word], true, t('“{word}” is not marked again in this post.', { word })),
    lookAgain: (words) =>
      sayAndTell(
        words,
        false,
        words.length === 1
          ? t('“{word}” is looked at again.', { word: words[0] ?? '' })
          : t('{count, plural, one {# word is} other {# words are}} looked at again.', { count: words.length }),
      ),
  }
}
