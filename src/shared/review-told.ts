import { inSentence } from './content/text-direction.ts'
import type { ReviewRound } from './domain/review-file.ts'

interface Words {
  /** The blog's own editor says of a note on no block that its block was deleted: this says what it is about. */
  aboutAll: (sentence: string) => string
  asked: (by: string, of: string, due: string) => string
  withdrawn: (by: string) => string
  'sent-back': (by: string) => string
  approved: (by: string) => string
  'approved-with-changes': (by: string) => string
}

/** `of` and `due` are '' where nobody was named, and where there is no hurry. */
const LANGUAGES = {
  en: {
    aboutAll: (sentence) => `About the whole post: ${sentence}.`,
    asked: (by, of, due) => `${by} asks ${of === '' ? '' : `${of} `}for a review${due === '' ? '' : `, by ${due}`}`,
    withdrawn: (by) => `${by} no longer asks for a review`,
    'sent-back': (by) => `${by} sent it back`,
    approved: (by) => `${by} approved it`,
    'approved-with-changes': (by) => `${by} approved it with the suggested changes`,
  },
  fr: {
    aboutAll: (sentence) => `À propos de tout l’article : ${sentence}.`,
    asked: (by, of, due) =>
      `${by} demande une relecture${of === '' ? '' : ` à ${of}`}${due === '' ? '' : `, pour le ${due}`}`,
    withdrawn: (by) => `${by} ne demande plus de relecture`,
    'sent-back': (by) => `${by} l’a renvoyé`,
    approved: (by) => `${by} l’a approuvé`,
    'approved-with-changes': (by) => `${by} l’a approuvé avec les modifications proposées`,
  },
  ar: {
    aboutAll: (sentence) => `عن المقال كله: ${sentence}.`,
    asked: (by, of, due) =>
      `طلب مراجعة من ${by}${of === '' ? '' : ` إلى ${of}`}${due === '' ? '' : `، في موعد أقصاه ${due}`}`,
    withdrawn: (by) => `سُحب طلب المراجعة من قِبل ${by}`,
    'sent-back': (by) => `أُعيد المقال من قِبل ${by}`,
    approved: (by) => `اعتُمد المقال من قِبل ${by}`,
    'approved-with-changes': (by) => `اعتُمد المقال من قِبل ${by} مع التعديلات المقترحة`,
  },
  vi: {
    aboutAll: (sentence) => `Về cả bài: ${sentence}.`,
    asked: (by, of, due) =>
      `${by} nhờ ${of === '' ? '' : `${of} `}duyệt bài${due === '' ? '' : `, chậm nhất ngày ${due}`}`,
    withdrawn: (by) => `${by} không còn nhờ duyệt bài`,
    'sent-back': (by) => `${by} đã trả lại bài`,
    approved: (by) => `${by} đã duyệt bài`,
    'approved-with-changes': (by) => `${by} đã duyệt bài với các thay đổi được đề nghị`,
  },
} satisfies Record<string, Words>

/**
 * What was asked or decided, in one sentence for those who read it on the blog: in its language where the desk has that one, else in
 * English. null where it says nothing. The day is written as `2026-12-01`, which every language reads alike.
 */
export function toldOf({ state, request, askedBy, concluded }: ReviewRound, language: string | null): string | null {
  const tongue = (language ?? '').toLowerCase().split(/[-_]/)[0] ?? ''
  const direction = tongue === 'ar' ? 'rtl' : 'ltr'
  const words: Words = LANGUAGES[isKnown(tongue) ? tongue : 'en']
  const name = (text: string): string => inSentence(text, direction)
  const day = request.by === null || direction === 'ltr' ? (request.by ?? '') : `\u2066${request.by}\u2069`
  if (state === 'asked') return words.aboutAll(words.asked(name(askedBy), name(request.of), day))
  if (state === 'withdrawn') return words.aboutAll(words.withdrawn(name(askedBy)))
  return concluded && words.aboutAll(words[state](name(concluded.by)))
}

const isKnown = (tongue: string): tongue is keyof typeof LANGUAGES => Object.hasOwn(LANGUAGES, tongue)
