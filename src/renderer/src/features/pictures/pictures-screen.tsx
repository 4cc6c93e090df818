import { useQuery } from '@tanstack/react-query'
import { FileTrigger } from 'react-aria-components'
import { useLocation } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { LibraryPicture } from '../../../../shared/domain/media.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { Empty, Problem } from '../../ui/problem.tsx'
import { NARROW, useMediaQuery } from '../../ui/use-media-query.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { LibraryFilter } from './library-filter.tsx'
import { PictureDetails } from './picture-details.tsx'
import { PictureGrid } from './picture-grid.tsx'
import { useAddFiles } from './use-add-files.ts'
import { useLibrary } from './use-library.ts'
import type { BringsPicture } from './picture-attributes.ts'
import './pictures.css'

export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp']

/** Every picture that a post can have: where it is used, what is said of it, and the way into the open post. */
export function PicturesScreen() {
  const blog = useActiveBlog()
  const { core } = useCore()
  const [, navigate] = useLocation()
  const isNarrow = useMediaQuery(NARROW)
  const library = useLibrary(blog.id)
  const addFiles = useAddFiles()
  const open = useQuery(core.posts.lastOpened.queryOptions(undefined, { staleTime: 0 }))
  const { all, shown, chosen } = library
  const openPostId = open.data?.blogId === blog.id ? open.data.postId : null

  function insert(picture: LibraryPicture): void {
    if (openPostId === null) return
    navigate(`/writing/${openPostId}`, { state: { picture } satisfies BringsPicture })
  }

  if (library.error) return <Problem error={appErrorOf(library.error)} />
  const details = chosen && (
    <PictureDetails key={library.chosenKey} picture={chosen} onInsert={openPostId === null ? null : insert} />
  )
  return (
    <div className="library">
      <section className="library-main" aria-label={t('Pictures')}>
        <div className="library-head">
          <h1>{t('Pictures')}</h1>
          {all && all.length > 0 && <LibraryFilter library={library} />}
          <FileTrigger
            acceptedFileTypes={PICTURE_TYPES}
            allowsMultiple
            onSelect={(files) => void addFiles([...(files ?? [])])}
          >
            <Button>{t('Add pictures…')}</Button>
          </FileTrigger>
        </div>
        {all === undefined ? (
          <output className="column-note">{t('Looking at the pictures on this laptop…')}</output>
        ) : all.length === 0 ? (
          <Empty title={t('No pictures yet')}>
            <p>
              {t(
                'Add some here, or drop them into a post. Your own files stay as they are on this laptop; what is sent is upright, of a good size, and without place and camera data.',
              )}
            </p>
          </Empty>
        ) : shown.length === 0 ? (
          <Empty title={t('Nothing found')}>
            <p>
              {t('No picture has these words in its name, its description, its credit or the titles of its posts.')}
            </p>
          </Empty>
        ) : (
          <PictureGrid
            pictures={shown}
            chosenKey={library.chosenKey}
            onChoose={library.setChosenKey}
            onTake={isNarrow ? () => undefined : insert}
          />
        )}
        <output className="visually-hidden">
          {all && all.length > 0
            ? t('{count, plural, one {# picture shown} other {# pictures shown}}', { count: shown.length })
            : ''}
        </output>
      </section>
      {isNarrow ? (
        <Drawer
          side="end"
          title={t('About the picture')}
          isOpen={chosen !== null}
          onClose={() => library.setChosenKey(null)}
        >
          {details}
        </Drawer>
      ) : (
        all &&
        all.length > 0 && (
          <aside className="library-details" aria-label={t('About the picture')}>
            {details ?? (
              <p className="column-note">{t('Choose a picture to see where it is used and what is said of it.')}</p>
            )}
          </aside>
        )
      )}
    </div>
  )
}
