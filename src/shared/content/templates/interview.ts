import { t } from '../../words/t.ts'
import { ask, documentOf, heading, italic, paragraph, bold } from './blocks.ts'
import { signOff } from './sign-off.ts'
import type { PostTemplate } from './template.ts'

export const interview: PostTemplate = {
  id: 'interview',
  get name() {
    return t('Interview with transcript')
  },
  get purpose() {
    return t('A conversation in questions and answers, with the recording and its words.')
  },
  isPrintOnly: false,
  build: (material) => ({
    title: '',
    excerpt: '',
    document: documentOf([
      paragraph(ask('Who speaks, and why now: two or three sentences')),
      paragraph(ask('The recording: put the video or the sound here')),
      question(ask('The first question')),
      answer(ask('Initials'), ask('The answer, in the speaker’s own words')),
      question(ask('The second question')),
      answer(ask('Initials'), ask('The answer, in the speaker’s own words')),
      heading('Transcript'),
      paragraph(ask('What is said, word for word, or leave this out where the text above is all of it')),
      paragraph(italic(`The conversation took place on ${material.day}.`)),
      ...signOff(material),
    ]),
  }),
}

const question = (words: string) => paragraph(words, 'interview-question')
const answer = (initials: string, words: string) => paragraph([bold(`${initials}: `), words], 'interview-answer')
