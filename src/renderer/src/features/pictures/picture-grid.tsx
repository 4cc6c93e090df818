import { GridLayout, GridList, GridListItem, Size, Virtualizer } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import type { LibraryPicture } from '../../../../shared/domain/media.ts'
import { keyOf, nameOf } from './picture-words.ts'

interface PictureGridProps {
  pictures: LibraryPicture[]
  chosenKey: string | null
  onChoose: (key: string | null) => void
  /** Enter, or a double press. */
  onTake: (picture: LibraryPicture) => void
}

const LAYOUT = { minItemSize: new Size(148, 164), maxItemSize: new Size(210, 226), minSpace: new Size(10, 10) }

/** Pictures side by side, any number of them: only what can be seen is in the document. Arrow keys, Home, End and typing move. */
export function PictureGrid({ pictures, chosenKey, onChoose, onTake }: PictureGridProps) {
  return (
    <Virtualizer layout={GridLayout} layoutOptions={LAYOUT}>
      <GridList
        className="picture-grid"
        aria-label={t('Pictures')}
        layout="grid"
        items={pictures}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={chosenKey === null ? [] : [chosenKey]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys
          onChoose(key === undefined ? null : String(key))
        }}
        onAction={(key) => {
          const picture = pictures.find((each) => keyOf(each) === key)
          if (picture) onTake(picture)
        }}
      >
        {(picture) => (
          <GridListItem id={keyOf(picture)} textValue={nameOf(picture)} className="picture-tile">
            <Thumbnail picture={picture} />
            <span className="picture-tile-name">
              <bdi>{picture.fileName}</bdi>
            </span>
            <span className="picture-tile-note">{noteOf(picture)}</span>
          </GridListItem>
        )}
      </GridList>
    </Virtualizer>
  )
}

function noteOf({ usedIn, alt, file }: LibraryPicture): string {
  if (file === null) return t('On the blog only')
  const uses = t('{count, plural, =0 {In no post} one {In one post} other {In # posts}}', { count: usedIn.length })
  return alt.trim() === '' ? `${uses} · ${t('not described', {}, 'a picture')}` : uses
}

export function Thumbnail({ picture }: { picture: LibraryPicture }) {
  if (picture.mediaId === null)
    return <span className="picture-tile-image picture-tile-away">{t('Not on this laptop')}</span>
  return (
    <span className="picture-tile-image">
      <img src={`media/${picture.mediaId}/thumbnail`} alt={picture.alt} loading="lazy" draggable={false} />
    </span>
  )
}
