import type { LessonId } from '../../../../shared/domain/practice.ts'
import { t } from '../../../../shared/words/t.ts'

/** What a lesson is called, and how it is done. */
export function lessonWords(lesson: LessonId): { name: string; how: string } {
  switch (lesson) {
    case 'write':
      return {
        name: t('Write one sentence'),
        how: t('Below what stands in the post already. It is saved as you type.'),
      }
    case 'check':
      return {
        name: t('Look at it before you publish'),
        how: t('Open “Before you publish” beside the text and put right what it found; often one press does it.'),
      }
    case 'publish':
      return {
        name: t('Publish it'),
        how: t('Press “Publish…”. It waits ten seconds in the outbox, and can be taken back until then.'),
      }
    case 'answer':
      return {
        name: t('Answer a reader'),
        how: t('Somebody asks a question under your post. Choose “Reply” below it.'),
      }
    case 'correct':
      return {
        name: t('Put a mistake right'),
        how: t('Under the question choose “Correct the post”, change it, add a dated update, and press “Update…”.'),
      }
    case 'lost-line':
      return {
        name: t('Get over a lost line'),
        how: t('Cut the line, change the post and send it. Then give the line back, and watch it go.'),
      }
  }
}
