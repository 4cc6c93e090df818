import { GridList, GridListItem, Text } from 'react-aria-components'
import { t } from '../../../../../shared/words/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { languageName } from '../details/languages.ts'
import type { IgnoredWord } from './spelling-runner.ts'
import type { Spelling } from './use-spelling.ts'

/** The words that are let be in this post only, each to be looked at again. Arrows go through them, Enter takes one off. */
export function IgnoredWordsDialog({ spelling }: { spelling: Spelling }) {
  const { ignored } = spelling
  return (
    <Dialog title={t('Words ignored in this post')} isOpen={ignored.isListOpen} onClose={spelling.hideIgnored}>
      <IgnoredList spelling={spelling} words={spelling.ignoredWords()} />
    </Dialog>
  )
}

function IgnoredList({ spelling, words }: { spelling: Spelling; words: readonly IgnoredWord[] }) {
  const { ignored } = spelling
  function lookAgain(some: readonly string[]): void {
    ignored.lookAgain(some)
    if (some.length === words.length) spelling.hideIgnored()
  }
  return (
    <>
      {words.length === 0 ? (
        <p className="field-hint">
          {t(
            'None. “Ignore here”, in the menu at a misspelt word, lets a word be in one post only; a name that is right everywhere goes into your names.',
          )}
        </p>
      ) : (
        <>
          <p className="field-hint">{t('They are let be here, and marked in every other post.')}</p>
          <GridList
            className="ignored-words"
            aria-label={t('Ignored words')}
            autoFocus="first"
            onAction={(key) => lookAgain([String(key)])}
          >
            {words.map(({ word, language, count }) => (
              <GridListItem key={word} id={word} textValue={word} className="ignored-word">
                <bdi lang={language} className="writers-voice">
                  {word}
                </bdi>
                <Text slot="description" className="field-hint">
                  {count > 1
                    ? t('{language}, in {count, plural, one {# place} other {# places}}', {
                        language: languageName(language),
                        count,
                      })
                    : languageName(language)}
                </Text>
                <Button
                  look="link"
                  aria-label={t('Look at it again: {word}', { word })}
                  onPress={() => lookAgain([word])}
                >
                  {t('Look at it again')}
                </Button>
              </GridListItem>
            ))}
          </GridList>
        </>
      )}
      <div className="dialog-actions">
        {words.length > 1 && (
          <Button onPress={() => lookAgain(words.map(({ word }) => word))}>{t('Look at all of them again')}</Button>
        )}
        <Button look="primary" autoFocus={words.length === 0} onPress={spelling.hideIgnored}>
          {t('Done')}
        </Button>
      </div>
    </>
  )
}
