import { t } from '../../words/t.ts'
import { ask, bold, documentOf, heading, paragraph } from './blocks.ts'
import { signOff } from './sign-off.ts'
import type { PostTemplate } from './template.ts'

export const eventRecord: PostTemplate = {
  id: 'event-record',
  get name() {
    return t('Event record')
  },
  get purpose() {
    return t('What happens while it happens: F9 stamps the time at the blog before each entry.')
  },
  isPrintOnly: false,
  build: (material) => ({
    title: '',
    excerpt: '',
    document: documentOf([
      paragraph(
        `${material.day}${material.place === '' ? '' : `, ${material.place}`}. ${ask('What happens here, and who takes part')}`,
      ),
      heading('As it happens'),
      paragraph([bold(ask('Time')), ` — ${ask('The first entry; press F9 for each one after it')}`]),
      heading('What came of it'),
      paragraph(ask('Two sentences afterwards: what was agreed, and what comes next')),
      ...signOff(material),
    ]),
  }),
}
