import { useId } from 'react'
import { Input, Label, TextArea, TextField } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import type { TextDirection } from '../../../../shared/content/document.ts'
import { languageDirection } from '../../../../shared/content/language-direction.ts'
import { textDirection } from '../../../../shared/content/text-direction.ts'
import type { ShareLine } from '../../../../shared/domain/share-line.ts'
import { countShareLine } from '../../../../shared/share/count-share-text.ts'
import { ADDRESS_BLANK, hasAddressBlank } from '../../../../shared/share/post-address.ts'
import { shareLineName } from '../../../../shared/share/share-line-name.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { LanguageCombo } from '../editor/details/language-combo.tsx'
import { languageName } from '../editor/details/languages.ts'
import { ShareLineLength } from './share-line-length.tsx'
import { atPlace, placeOf, sharePlaces } from './share-places.ts'
import type { CopyTold } from './use-copy-line.ts'

interface ShareLineCardProps {
  line: ShareLine
  post: { language: string; direction: TextDirection }
  /** The live one, or one as long as it is likely to be. */
  address: string
  onChange: (line: ShareLine) => void
  onRemove: () => void
  /** null where nothing is copied. */
  onCopy: (() => void) | null
  /** What became of copying this line. */
  told: CopyTold | null
}

/** One line: what it is for, in which language, its words, and how long they are there. */
export function ShareLineCard({ line, post, address, onChange, onRemove, onCopy, told }: ShareLineCardProps) {
  const countId = useId()
  const where = shareLineName(line)
  const language = line.language === '' ? post.language : line.language
  const direction =
    line.language === '' ? (textDirection(line.text) ?? post.direction) : languageDirection(line.language)
  const name = line.language === '' ? where : t('{where}, {language}', { where, language: languageName(line.language) })
  const hasAddress = hasAddressBlank(line.text)
  const change = (patch: Partial<ShareLine>): void => onChange({ ...line, ...patch })
  const isOwn = line.kind === 'platform' && line.platform === 'other'
  const addressIn = line.text === '' || /\s$/.test(line.text) ? ADDRESS_BLANK : ` ${ADDRESS_BLANK}`
  return (
    <li className="share-line" aria-label={name}>
      <div className="share-line-head">
        <Choice
          label={t('For', {}, 'what a share line is for')}
          value={placeOf(line)}
          options={sharePlaces()}
          onChange={(place) => change(atPlace(place))}
        />
        <LanguageCombo
          label={t('Language')}
          language={line.language}
          placeholder={t('As the post')}
          onChoose={(tag) => change({ language: tag })}
        />
      </div>
      {isOwn && (
        <div className="share-line-head">
          <TextField
            className="field"
            value={line.platformName}
            maxLength={100}
            onChange={(platformName) => change({ platformName })}
          >
            <Label>{t('Its name')}</Label>
            <Input className="input" dir="auto" />
          </TextField>
          <TextField
            className="field"
            inputMode="numeric"
            value={line.ownLimit === null ? '' : String(line.ownLimit)}
            onChange={(typed) => change({ ownLimit: limitOf(typed) })}
          >
            <Label>{t('Longest text')}</Label>
            <Input className="input" placeholder={t('Not known')} />
          </TextField>
        </div>
      )}
      <TextField className="field" value={line.text} maxLength={100_000} onChange={(text) => change({ text })}>
        <Label>{t('Text')}</Label>
        <TextArea
          className="input writers-voice share-line-text"
          dir={direction}
          lang={language || undefined}
          aria-describedby={countId}
          data-share-line={line.id}
          spellCheck="false"
        />
      </TextField>
      <p className="share-line-length">
        <ShareLineLength length={countShareLine(line, address)} id={countId} where={where} hasAddress={hasAddress} />
      </p>
      <div className="share-line-acts">
        {onCopy && (
          <Button onPress={onCopy} aria-label={t('Copy: {name}', { name })}>
            {t('Copy')}
          </Button>
        )}
        {!hasAddress && (
          <Button look="link" onPress={() => change({ text: `${line.text}${addressIn}` })}>
            {t('Put in the address')}
          </Button>
        )}
        <Button look="link" onPress={onRemove} aria-label={t('Remove: {name}', { name })}>
          {t('Remove')}
        </Button>
      </div>
      {told && (
        <p key={told.at} className={told.isDone ? 'field-hint' : 'field-error'}>
          {told.words}
        </p>
      )}
    </li>
  )
}

const LARGEST_LIMIT = 1_000_000

/** null for what is no number of characters. */
function limitOf(typed: string): number | null {
  const limit = Number(typed.replaceAll(/[^\d]/g, ''))
  return limit > 0 ? Math.min(limit, LARGEST_LIMIT) : null
}
