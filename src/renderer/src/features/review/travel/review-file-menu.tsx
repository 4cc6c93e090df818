import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import type { Review } from '../../../../../shared/domain/review.ts'
import { errorLine } from '../../../../../shared/sentences.ts'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import { IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { laterDialog } from '../../../ui/later.tsx'
import { showToast } from '../../../ui/toasts.tsx'
import { useHandOut } from '../../interchange/use-hand-out.ts'
import { t } from '../../../../../shared/words/t.ts'
import '../../interchange/interchange.css'

const SendFileDialog = laterDialog(async () => (await import('./send-file-dialog.tsx')).SendFileDialog)
const FromWordDialog = laterDialog(async () => (await import('./from-word-dialog.tsx')).FromWordDialog)

interface ReviewFileMenuProps {
  review: Review
  name: string
  /** Everything typed is kept when this resolves. */
  onBefore: () => Promise<void>
}

/** The ways of a review out of this laptop, and back from Word. */
export function ReviewFileMenu({ review, name, onBefore }: ReviewFileMenuProps) {
  const { core } = useCore()
  const { saveFile } = useHandOut()
  const wordInput = useRef<HTMLInputElement>(null)
  const [isSending, setIsSending] = useState(false)
  const [fromWord, setFromWord] = useState<File | null>(null)
  const writeWord = useMutation(
    core.reviews.writeWord.mutationOptions({
      onSuccess: (file) =>
        saveFile(file, t('Suggestions are tracked changes in it, notes are comments. It is not encrypted.')),
      onError: (error) => showToast({ text: errorLine(appErrorOf(error), 'asking') }),
    }),
  )

  async function act(key: string): Promise<void> {
    await onBefore()
    switch (key) {
      case 'file':
        return setIsSending(true)
      case 'word-out':
        return writeWord.mutate({ reviewId: review.id, name: name || review.askedBy })
    }
  }
  return (
    <>
      <MenuTrigger>
        <IconButton name={t('Send this review')} isPending={writeWord.isPending}>
          <Icon name="more" />
        </IconButton>
        <Popover className="popover" placement="bottom end">
          <Menu
            className="menu"
            aria-label={t('Send this review')}
            onAction={(key) => {
              // A browser opens its window for choosing files only while the press is fresh.
              if (key === 'word-in') wordInput.current?.click()
              else void act(String(key))
            }}
          >
            <MenuItem id="file" className="menu-item">
              {t('Send as a review file…')}
            </MenuItem>
            <MenuSection className="menu-section">
              <Header className="menu-heading">{t('For somebody who has only Word')}</Header>
              <MenuItem id="word-out" className="menu-item">
                {t('Send for Word…')}
              </MenuItem>
              {review.state === 'asked' && (
                <MenuItem id="word-in" className="menu-item">
                  {t('Take in from Word…')}
                </MenuItem>
              )}
            </MenuSection>
          </Menu>
        </Popover>
      </MenuTrigger>
      <input
        ref={wordInput}
        type="file"
        hidden
        accept=".docx"
        aria-label={t('Word file of this review')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (file) setFromWord(file)
        }}
      />
      <SendFileDialog reviews={[review]} isOpen={isSending} onClose={() => setIsSending(false)} />
      {fromWord && <FromWordDialog review={review} file={fromWord} onClose={() => setFromWord(null)} />}
    </>
  )
}
