import { useState } from 'react'
import { t } from '../../../../shared/words/t.ts'
import type { OutboxEntry, Receipt } from '../../../../shared/domain/outbox-entry.ts'
import { sealSentence } from '../../../../shared/review-sentences.ts'
import { addressWords } from '../../ui/address-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Rich } from '../../ui/rich.tsx'
import { exactTime } from '../../ui/times.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { remoteStatusWords } from './entry-kind-words.ts'
import { receiptText } from './receipt-text.ts'

interface ReceiptDialogProps {
  entry: OutboxEntry
  receipt: Receipt
  isOpen: boolean
  onClose: () => void
}

/** The proof that it arrived: all of it was read back from the blog, nothing is what this desk merely believes. */
export function ReceiptDialog({ entry, receipt, isOpen, onClose }: ReceiptDialogProps) {
  const isPractice = useActiveBlog().kind === 'practice'
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no')

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(receiptText(entry, receipt))
      setCopied('yes')
    } catch {
      setCopied('refused')
    }
  }

  return (
    <Dialog title={t('Receipt')} isOpen={isOpen} onClose={onClose}>
      <p className="writers-voice receipt-what" dir="auto">
        {entry.what || t('Untitled')}
      </p>
      <p>
        {t('Read back from the site after sending.')} {remoteStatusWords(receipt.remoteStatus, isPractice)}
      </p>
      <dl className="facts">
        <dt>{t('Address', {}, 'of a web page')}</dt>
        <dd>
          <a href={receipt.url} target="_blank" rel="noreferrer noopener">
            <bdi>{addressWords(receipt.url)}</bdi>
          </a>
        </dd>
        <dt>{t('At the site')}</dt>
        <dd>
          {receipt.siteTime} <bdi>({receipt.siteZone})</bdi>
        </dd>
        <dt>{t('Here', {}, 'the clock of this laptop')}</dt>
        <dd>{exactTime(receipt.sentAt)}</dd>
        <dt>{t('Approved by')}</dt>
        <dd>
          <Rich
            message="<name>{who}</name>, {at} here"
            values={{ who: receipt.approvedBy, at: exactTime(entry.createdAt) }}
            parts={{ name: <bdi /> }}
          />
        </dd>
        {receipt.seal && (
          <>
            <dt>{t('Seal')}</dt>
            <dd className={receipt.seal.state === 'whole' ? 'tone-text-sealed' : 'tone-text-needs-you'}>
              {sealSentence(receipt.seal)}
            </dd>
          </>
        )}
        <dt>{t('Revision')}</dt>
        <dd>
          <code className="receipt-code">{receipt.revision || t('none', {}, 'revision')}</code>
        </dd>
        <dt>{t('Content hash')}</dt>
        <dd>
          <code className="receipt-code">{receipt.contentHash}</code>
          <br />
          <span className="field-hint">{t('SHA-256 of the content as the site holds it, footnotes behind it.')}</span>
        </dd>
      </dl>
      {receipt.crossedAt !== null && (
        <p className="state-banner tone-waits">
          {t('Somebody else saved the post at the same moment. Their words are in your draft and in its history.')}
        </p>
      )}
      <output className="field-hint">
        {copied === 'yes' && t('The receipt is on the clipboard.')}
        {copied === 'refused' && t('This window may not write to the clipboard. Select the text and copy it.')}
      </output>
      <div className="dialog-actions">
        <Button onPress={() => void copy()}>{t('Copy')}</Button>
        <Button look="primary" onPress={onClose}>
          {t('Close')}
        </Button>
      </div>
    </Dialog>
  )
}
