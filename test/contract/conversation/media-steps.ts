import { createHash } from 'node:crypto'
import { PNG } from './one-pixel-png.ts'
import { idOf, MEDIA, only, type Step } from './step.ts'

const DISPOSITION = { 'Content-Type': 'image/png', 'Content-Disposition': 'attachment; filename="same-picture.png"' }

export const MEDIA_STEPS: Step[] = [
  {
    name: 'a picture',
    as: 'author',
    method: 'POST',
    path: `${MEDIA}?alt_text=Two%20words`,
    bytes: PNG,
    headers: DISPOSITION,
    keep: 'picture',
    facts: only('slug', 'alt_text', 'mime_type', 'media_type', 'post', 'title'),
  },
  {
    name: 'the same picture',
    as: 'author',
    method: 'POST',
    path: MEDIA,
    bytes: PNG,
    headers: { ...DISPOSITION, 'Content-MD5': createHash('md5').update(PNG).digest('hex') },
    facts: only('slug', 'title'),
  },
  {
    name: 'a damaged picture',
    as: 'author',
    method: 'POST',
    path: MEDIA,
    bytes: PNG,
    headers: { ...DISPOSITION, 'Content-MD5': '00' },
  },
  {
    name: 'a picture without a name',
    as: 'author',
    method: 'POST',
    path: MEDIA,
    bytes: PNG,
    headers: { 'Content-Type': 'image/png' },
  },
  {
    name: 'a text called a picture',
    as: 'author',
    method: 'POST',
    path: MEDIA,
    bytes: new TextEncoder().encode('hello'),
    headers: DISPOSITION,
  },
  { name: 'a contributor uploads', as: 'contributor', method: 'POST', path: MEDIA, bytes: PNG, headers: DISPOSITION },
  {
    name: 'a picture by its slug',
    as: 'author',
    path: `${MEDIA}?slug=same-picture&context=edit&_fields=slug,alt_text`,
  },
  { name: 'a picture to the trash', as: 'editor', method: 'DELETE', path: (ids) => `${MEDIA}/${idOf(ids, 'picture')}` },
]
