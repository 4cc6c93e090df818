import { t } from '../../../words/t.ts'
import type { Check } from '../check.ts'
import { excerptOf } from '../place.ts'
import type { Attributes, PlacedBlock, ReadablePost } from '../readable-post.ts'

/** Why: a screen reader reads the description and nothing else. Source: WCAG 2.2, 1.1.1 Non-text content (level A). */
export const pictureWithoutDescription: Check = {
  id: 'picture-without-description',
  fine: () => t('Every picture has a description, or is decorative'),
  isAbout: (post) => picturesIn(post).length > 0,
  *look(post) {
    for (const { path, attrs } of picturesIn(post)) {
      if (textIn(attrs, 'alt') !== '' || attrs['isDecorative'] === true) continue
      const name = nameOf(attrs)
      yield {
        sentence:
          name === ''
            ? t('A picture has no description. Readers who cannot see it get nothing.')
            : t('The picture “{name}” has no description. Readers who cannot see it get nothing.', { name }),
        why: t(
          'A screen reader reads the description aloud in place of the picture, and it is what shows where the picture does not load. A picture that only adorns can be marked as decorative; it is then passed over.',
        ),
        where: { in: 'block', path, field: 'alt' },
        fixes: [
          { label: t('Describe it'), change: { kind: 'go', where: { in: 'block', path, field: 'alt' } } },
          { label: t('It is decorative'), change: { kind: 'set-attributes', path, attrs: { isDecorative: true } } },
        ],
        about: identityOf(attrs),
      }
    }
  },
}

const FILE_NAME =
  /^(?:[\w-]*\d[\w-]*|img|image|picture|photo|untitled)(?:\.(?:jpe?g|png|gif|webp|heic|avif))?$|\.(?:jpe?g|png|gif|webp|heic|avif)$/iu

/** Why: `IMG_2041.jpg` read aloud says nothing. Source: WCAG failure F30, file names as text alternatives. */
export const descriptionIsAFileName: Check = {
  id: 'description-is-a-file-name',
  fine: null,
  *look(post) {
    for (const { path, attrs } of picturesIn(post)) {
      const alt = textIn(attrs, 'alt')
      if (!FILE_NAME.test(alt)) continue
      yield {
        sentence: t('The description “{words}” is a file name.', { words: excerptOf(alt) }),
        why: t('It is read aloud as it stands. Say what can be seen, and why it is here.'),
        where: { in: 'block', path, field: 'alt' },
        fixes: [{ label: t('Describe it'), change: { kind: 'go', where: { in: 'block', path, field: 'alt' } } }],
        about: `${identityOf(attrs)} ${alt}`,
      }
    }
  },
}

/** Why: a picture belongs to whoever took it. Source: Berne Convention, article 6bis, the right to be named. */
export const pictureWithoutCredit: Check = {
  id: 'picture-without-credit',
  fine: () => t('Every picture says who took it'),
  isAbout: (post) => picturesIn(post).length > 0,
  *look(post) {
    for (const { path, attrs } of picturesIn(post)) {
      if (textIn(attrs, 'credit') !== '' || attrs['isDecorative'] === true) continue
      if (/[©℗]|(?:photo|credit|foto|ảnh|crédit|تصوير)\s*:/iu.test(textIn(attrs, 'caption'))) continue
      const name = nameOf(attrs)
      yield {
        sentence:
          name === ''
            ? t('A picture does not say who took it.')
            : t('The picture “{name}” does not say who took it.', { name }),
        why: t('Whoever took it has a right to be named, and an embassy is asked first where a picture is from.'),
        where: { in: 'block', path, field: 'credit' },
        fixes: [
          { label: t('Name who took it'), change: { kind: 'go', where: { in: 'block', path, field: 'credit' } } },
        ],
        about: identityOf(attrs),
      }
    }
  },
}

const picturesIn = (post: ReadablePost): PlacedBlock[] => post.blocks.filter(({ type }) => type === 'picture')

const textIn = (attrs: Attributes, name: string): string => {
  const value = attrs[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** '' where it has none. */
function nameOf(attrs: Attributes): string {
  const caption = textIn(attrs, 'caption')
  if (caption !== '') return excerptOf(caption)
  return excerptOf(textIn(attrs, 'url').split(/[?#]/u)[0]?.split('/').at(-1) ?? '')
}

function identityOf({ mediaId, remoteId, url }: Attributes): string {
  if (typeof mediaId === 'string') return mediaId
  return typeof remoteId === 'number' ? String(remoteId) : typeof url === 'string' ? url : ''
}
