import { t } from '../../../../shared/words/t.ts'
import type { LibraryPicture } from '../../../../shared/domain/media.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Empty, Problem } from '../../ui/problem.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { LibraryFilter } from './library-filter.tsx'
import { PictureGrid } from './picture-grid.tsx'
import { useLibrary } from './use-library.ts'
import './pictures.css'

interface PicturePickerProps {
  isOpen: boolean
  onClose: () => void
  onTake: (picture: LibraryPicture) => void
}

/** The library over the post: one picture is taken from it. */
export function PicturePicker({ isOpen, onClose, onTake }: PicturePickerProps) {
  return (
    <Dialog title={t('Choose a picture')} isOpen={isOpen} onClose={onClose}>
      {isOpen && <Choice onClose={onClose} onTake={onTake} />}
    </Dialog>
  )
}

function Choice({ onClose, onTake }: Omit<PicturePickerProps, 'isOpen'>) {
  const library = useLibrary(useActiveBlog().id)
  const { all, shown, chosen } = library
  const take = (picture: LibraryPicture): void => {
    onTake(picture)
    onClose()
  }
  if (library.error) return <Problem error={appErrorOf(library.error)} />
  return (
    <div className="picture-picker">
      {all === undefined ? (
        <output className="column-note">{t('Looking at the pictures on this laptop…')}</output>
      ) : all.length === 0 ? (
        <Empty title={t('No pictures yet')}>
          <p>{t('Add one from a file first.')}</p>
        </Empty>
      ) : (
        <>
          <LibraryFilter library={library} />
          {shown.length === 0 ? (
            <Empty title={t('Nothing found')}>
              <p>{t('No picture has these words.')}</p>
            </Empty>
          ) : (
            <PictureGrid pictures={shown} chosenKey={library.chosenKey} onChoose={library.setChosenKey} onTake={take} />
          )}
        </>
      )}
      <div className="dialog-actions">
        <Button onPress={onClose}>{t('Cancel')}</Button>
        <Button look="primary" isDisabled={chosen === null} onPress={() => chosen && take(chosen)}>
          {t('Put it into the post')}
        </Button>
      </div>
    </div>
  )
}
