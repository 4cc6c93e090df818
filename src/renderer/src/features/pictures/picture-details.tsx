import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Input, Label, TextArea, TextField } from 'react-aria-components'
import { Link } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { LibraryPicture } from '../../../../shared/domain/media.ts'
import { removedSentence } from '../../../../shared/picture-sentences.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { longTime } from '../../ui/times.ts'
import { showToast } from '../../ui/toasts.tsx'
import { LanguageSelect } from './language-select.tsx'
import { Thumbnail } from './picture-grid.tsx'
import { nameOf, sizeWords } from './picture-words.ts'

interface PictureDetailsProps {
  picture: LibraryPicture
  /** null while no post is open. */
  onInsert: ((picture: LibraryPicture) => void) | null
}

/** About one picture. What is said of it here is offered wherever it is used next. */
export function PictureDetails({ picture, onInsert }: PictureDetailsProps) {
  return (
    <div className="picture-details">
      <div className="picture-details-image">
        <Thumbnail picture={picture} />
      </div>
      <h2>
        <bdi>{picture.fileName}</bdi>
      </h2>
      <div className="picture-details-acts">
        {onInsert && (
          <Button look="primary" onPress={() => onInsert(picture)}>
            {t('Put it into the open post')}
          </Button>
        )}
        {picture.isOwn && <TrashButton picture={picture} />}
      </div>
      {picture.mediaId !== null && <PictureWords picture={picture} mediaId={picture.mediaId} />}
      <PictureFacts picture={picture} />
      <section aria-label={t('Where it is used')}>
        <h3>{t('Where it is used')}</h3>
        {picture.usedIn.length === 0 ? (
          <p className="field-hint">{t('In no post of this laptop.')}</p>
        ) : (
          <ul className="picture-uses">
            {picture.usedIn.map(({ postId, title }) => (
              <li key={postId}>
                <Link href={`/writing/${postId}`} dir="auto">
                  {title.trim() === '' ? t('Untitled post') : title}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

function PictureWords({
  picture,
  mediaId,
}: {
  picture: LibraryPicture
  mediaId: NonNullable<LibraryPicture['mediaId']>
}) {
  const { core } = useCore()
  const [words, setWords] = useState({ alt: picture.alt, altLanguage: picture.altLanguage, credit: picture.credit })
  const describe = useMutation(core.media.describe.mutationOptions())

  const save = (next: typeof words): void => {
    if (next.alt === picture.alt && next.altLanguage === picture.altLanguage && next.credit === picture.credit) return
    describe.mutate({ mediaId, ...next })
  }
  return (
    <>
      <TextField
        className="field"
        value={words.alt}
        onChange={(alt) => setWords({ ...words, alt })}
        onBlur={() => save(words)}
      >
        <Label>{t('Description', {}, 'of a picture')}</Label>
        <TextArea
          className="input"
          dir="auto"
          lang={words.altLanguage || undefined}
          placeholder={t('For readers who cannot see it')}
        />
      </TextField>
      <LanguageSelect
        label={t('Language of the description')}
        value={words.altLanguage}
        onChange={(altLanguage) => {
          const next = { ...words, altLanguage }
          setWords(next)
          save(next)
        }}
      />
      <TextField
        className="field"
        value={words.credit}
        onChange={(credit) => setWords({ ...words, credit })}
        onBlur={() => save(words)}
      >
        <Label>{t('Credit', {}, 'of a picture')}</Label>
        <Input className="input" dir="auto" placeholder={t('Who took it')} />
      </TextField>
      <p className="field-hint">{t('Offered for the next post. Posts keep what they say now.')}</p>
      {describe.error && <ProblemNote error={appErrorOf(describe.error)} />}
    </>
  )
}

function PictureFacts({ picture }: { picture: LibraryPicture }) {
  const { file, sent, isCutOut, isOwn, onBlog } = picture
  const removed = removedSentence(file?.removed ?? null)
  return (
    <dl className="picture-facts">
      {file && (
        <>
          <dt>{isOwn ? (isCutOut ? t('Cut-out', {}, 'a picture') : t('Your file')) : t('Copy for reading')}</dt>
          <dd>{sizeWords(file)}</dd>
          <dt>{isOwn ? t('Added', {}, 'when a picture was') : t('Brought', {}, 'when a picture was')}</dt>
          <dd>{longTime(file.addedAt)}</dd>
        </>
      )}
      {sent && (
        <>
          <dt>{t('What is sent')}</dt>
          <dd>{sizeWords(sent)}</dd>
        </>
      )}
      <dt>{t('On the blog', {}, 'state')}</dt>
      <dd>{onBlog === null ? t('Not yet') : t('Yes')}</dd>
      {removed !== null && isOwn && (
        <dd className="picture-facts-note">
          <span className="badge tone-done">{t('Cleaned', {}, 'a picture')}</span> {removed}
        </dd>
      )}
    </dl>
  )
}

/** Free while no post uses it; what is thrown away can be had back. */
function TrashButton({ picture }: { picture: LibraryPicture }) {
  const { core } = useCore()
  const setTrashed = useMutation(
    core.media.setTrashed.mutationOptions({
      onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }),
      onSuccess(_answer, { mediaId, isTrashed }) {
        if (!isTrashed) return
        showToast({
          text: t('“{name}” is in the trash for {days, plural, one {# day} other {# days}}.', {
            name: nameOf(picture),
            days: 30,
          }),
          action: {
            label: t('Undo'),
            run: () => setTrashed.mutate({ mediaId, isTrashed: false }),
          },
        })
      },
    }),
  )
  const { mediaId, usedIn } = picture
  if (mediaId === null) return null
  const isUsed = usedIn.length > 0
  return (
    <>
      <Button isDisabled={isUsed} onPress={() => setTrashed.mutate({ mediaId, isTrashed: true })}>
        {t('Delete')}
      </Button>
      {isUsed && <p className="field-hint">{t('It can be deleted when no post uses it.')}</p>}
    </>
  )
}
