import { useMutation } from '@tanstack/react-query'
import type { KeyboardEvent } from 'react'
import { Checkbox, Label, Text, TextArea, TextField } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'
import type { FeedItem } from '../../../../shared/domain/reading.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { openPage } from './open-page.ts'
import { useKeptWords } from './use-kept-words.ts'

/** The person's own words: a note that stays here, and an answer that waits for the page. */
export function BesideItem({ item, hasLine }: { item: FeedItem; hasLine: boolean }) {
  const { core } = useCore()
  const note = useKeptWords(item, 'note')
  const reply = useKeptWords(item, 'reply')
  const setAnswered = useMutation(core.reading.setAnswered.mutationOptions())
  const error = note.error ?? reply.error
  const { url } = item

  async function answerThere(address: string): Promise<void> {
    await navigator.clipboard.writeText(reply.words).catch(() => undefined)
    openPage(address)
    showToast({
      text: t('Your words are on the clipboard. Put them into the page, then say here that they are there.'),
    })
  }

  return (
    <aside className="beside" aria-label={t('Beside this item')}>
      <TextField className="field" value={note.words} onChange={note.write}>
        <Label>{t('Note', {}, 'beside an item')}</Label>
        <TextArea
          className="input writers-voice"
          dir="auto"
          rows={3}
          maxLength={65_000}
          data-note={item.id}
          onKeyDown={leave}
        />
        <Text slot="description" className="field-hint">
          {t('Only on this laptop. It stays, also when the feed is removed.')}
        </Text>
      </TextField>
      <TextField className="field" value={reply.words} onChange={reply.write}>
        <Label>{t('Answer on its page')}</Label>
        <TextArea className="input writers-voice" dir="auto" rows={3} maxLength={65_000} onKeyDown={leave} />
      </TextField>
      {reply.words.trim() !== '' && (
        <div className="beside-acts">
          {url !== null && (
            <Button isDisabled={!hasLine} onPress={() => void answerThere(url)}>
              {t('Copy it and open the page')}
            </Button>
          )}
          <Checkbox
            className="checkbox"
            isSelected={item.isAnswered}
            onChange={(isAnswered) => setAnswered.mutate({ itemId: item.id, isAnswered })}
          >
            <span className="checkbox-box">
              <Icon name="check" />
            </span>
            {t('It is on the page')}
          </Checkbox>
          {url !== null && !hasLine && (
            <span className="field-hint">{t('There is no line. Your answer waits here until there is one.')}</span>
          )}
        </div>
      )}
      {error && (
        <p className="field-error" role="alert">
          {t('Your words are not saved yet; the desk tries again by itself.')} {errorLine(error)}
        </p>
      )}
    </aside>
  )
}

/** Escape goes back to the text, where J, K and N are keys again. */
function leave(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Escape') return
  event.stopPropagation()
  event.currentTarget.closest<HTMLElement>('.item')?.focus()
}
