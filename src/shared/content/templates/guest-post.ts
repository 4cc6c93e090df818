import { t } from '../../words/t.ts'
import { ask, documentOf, heading, italic, paragraph, rule } from './blocks.ts'
import type { PostTemplate } from './template.ts'

export const DISCLAIMER = 'The views in this post are the author’s own and not those of the embassy.'

export const guestPost: PostTemplate = {
  id: 'guest-post',
  get name() {
    return t('Guest post')
  },
  get purpose() {
    return t('Somebody else’s words, introduced by you, with a line that says whose views they are.')
  },
  isPrintOnly: false,
  build: ({ name, role }) => ({
    title: '',
    excerpt: '',
    document: documentOf([
      paragraph(
        italic(
          `${ask('Who the guest is, in one sentence')} ${ask('Why you asked them to write here')}${name === '' ? '' : ` — ${[name, role].filter((part) => part !== '').join(', ')}`}`,
        ),
      ),
      rule(),
      paragraph(ask('The guest’s text')),
      heading(ask('A heading of the guest’s')),
      paragraph(ask('More of the guest’s text')),
      rule(),
      paragraph(`${ask('The guest’s name')} ${ask('What the guest does, and where to read more')}`),
      paragraph(italic(DISCLAIMER)),
    ]),
  }),
}
