import { t } from '../../words/t.ts'
import type { BlockNode } from '../document.ts'
import { ask, documentOf, linked, paragraph, quote } from './blocks.ts'
import { signOff } from './sign-off.ts'
import type { PostTemplate, Question } from './template.ts'

export const questionAndAnswer: PostTemplate = {
  id: 'question-and-answer',
  get name() {
    return t('Questions and answers')
  },
  get purpose() {
    return t('Answers to comments you choose, each quoted under its author’s name with a link back.')
  },
  isPrintOnly: false,
  build: (material) => ({
    title: '',
    excerpt: '',
    document: documentOf([
      paragraph(ask('What was asked, and where: one or two sentences')),
      ...(material.questions.length === 0 ? [quote([ask('The question')], ask('Who asked'))] : []),
      ...material.questions.flatMap(asQuoted),
      ...(material.questions.length === 0 ? [paragraph(ask('Your answer'))] : []),
      paragraph(ask('How to ask the next question')),
      ...signOff(material),
    ]),
  }),
}

/** A link back in its own line: inside the quote it would be the reader's. */
function asQuoted({ author, text, link }: Question): BlockNode[] {
  const paragraphs = text.split(/\n+/u).filter((line) => line.trim() !== '')
  return [
    quote(paragraphs.length === 0 ? [''] : paragraphs, author),
    ...(link === null ? [] : [paragraph(linked(`What ${author} wrote, and what others answered`, link))]),
    paragraph(ask('Your answer')),
  ]
}
