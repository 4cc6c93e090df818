import { t } from '../../words/t.ts'
import { ask, bullets, documentOf, heading, italic, paragraph } from './blocks.ts'
import type { PostTemplate } from './template.ts'

export const doorsClosedSheet: PostTemplate = {
  id: 'doors-closed-sheet',
  get name() {
    return t('Doors-closed sheet')
  },
  get purpose() {
    return t('One page on paper for a room without devices. It is printed and never sent to a blog.')
  },
  isPrintOnly: true,
  build: ({ day, place }) => ({
    title: '',
    excerpt: '',
    document: documentOf([
      paragraph(`${day}${place === '' ? '' : `, ${place}`}. ${ask('Which meeting, in which room, from when to when')}`),
      heading('Who is in the room'),
      bullets([ask('Name, office, what they want')]),
      heading('What I say'),
      bullets([ask('The first point, in one sentence'), ask('The second point'), ask('The third point')]),
      heading('If they ask'),
      bullets([ask('The question, and the answer')]),
      heading('What may be said outside'),
      paragraph(ask('What was agreed about quoting')),
      heading('Notes by hand'),
      paragraph(italic('Write below. What is for readers becomes a post afterwards.')),
    ]),
  }),
}
