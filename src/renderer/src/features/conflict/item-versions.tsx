import { useId, useMemo } from 'react'
import { t } from '../../../../shared/words/t.ts'
import { Rich } from '../../ui/rich.tsx'
import type { Choice, MergeItem } from '../../../../shared/content/merge/post-merge.ts'
import { compareLines } from './compare-lines.ts'
import { itemMarkups, itemTexts, notePlaceOf, type ConflictNames, type VersionName } from './item-texts.ts'
import { VersionPictures } from './version-pictures.tsx'
import { VersionText } from './version-text.tsx'

interface ItemVersionsProps {
  item: MergeItem
  shown: readonly VersionName[]
  names: ConflictNames
  language: string
  choice?: Choice | undefined
}

const headingOf = (name: VersionName): string =>
  name === 'base' ? t('Before', {}, 'the version before both') : name === 'mine' ? t('Mine') : t('Theirs')

/** The versions of one thing side by side, each against the one both began from. */
export function ItemVersions({ item, shown, names, language, choice }: ItemVersionsProps) {
  const id = useId()
  const texts = useMemo(() => itemTexts(item, names), [item, names])
  const markups = itemMarkups(item)
  const note = notePlaceOf(item, names)
  return (
    <>
      {note && (
        <p className="note-place">
          {note.at === '' ? (
            note.name
          ) : (
            <Rich
              message="{note}, at <words>“{at}”</words>"
              values={{ note: note.name, at: note.at }}
              parts={{ words: <bdi className="writers-voice" lang={language || undefined} /> }}
            />
          )}
        </p>
      )}
      <div className="versions" data-count={shown.length}>
        {shown.map((name) => {
          const text = texts[name]
          const isTaken = choice === name || (choice === 'both' && name !== 'base')
          return (
            <section key={name} className={`version version-${name}`} aria-labelledby={`${id}-${name}`}>
              <h4 id={`${id}-${name}`}>
                {headingOf(name)}
                {isTaken && <span className="version-taken"> · {t('in your draft')}</span>}
              </h4>
              {text === null ? (
                <p className="field-hint">{name === 'base' ? t('It was not there.') : t('It is not there.')}</p>
              ) : (
                <VersionText lines={compareLines(name === 'base' ? null : texts.base, text)} language={language} />
              )}
              <VersionPictures markup={markups[name]} />
            </section>
          )
        })}
      </div>
    </>
  )
}
