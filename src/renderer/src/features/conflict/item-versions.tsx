import { useId, useMemo } from 'react'
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

const HEADINGS: Record<VersionName, string> = { mine: 'Mine', base: 'Before', theirs: 'Theirs' }

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
          {note.name}
          {note.at !== '' && (
            <>
              , at{' '}
              <bdi className="writers-voice" lang={language || undefined}>
                “{note.at}”
              </bdi>
            </>
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
                {HEADINGS[name]}
                {isTaken && <span className="version-taken"> · in your draft</span>}
              </h4>
              {text === null ? (
                <p className="field-hint">{name === 'base' ? 'It was not there.' : 'It is not there.'}</p>
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
