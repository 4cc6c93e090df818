import { t } from '../../words/t.ts'
import { ask, bullets, documentOf, heading, italic, paragraph } from './blocks.ts'
import { signOff } from './sign-off.ts'
import type { PostTemplate } from './template.ts'

export const positionSnapshot: PostTemplate = {
  id: 'position-snapshot',
  get name() {
    return t('Position snapshot')
  },
  get purpose() {
    return t('Where we stand on one question today, in a few sentences, with the day on which you look at it again.')
  },
  isPrintOnly: false,
  build: (material) => ({
    title: '',
    excerpt: '',
    document: documentOf([
      paragraph(ask('Our position in two sentences that can be quoted as they stand')),
      heading('Why'),
      bullets([ask('The first reason'), ask('The second reason')]),
      heading('What we ask of others'),
      paragraph(ask('Who is asked to do what, and by when')),
      heading('Sources'),
      bullets([ask('The treaty, statement or speech, with a link')]),
      paragraph(italic(`As of ${material.day}.`)),
      ...signOff(material),
    ]),
  }),
}
