import type { PostDocument } from '../document.ts'

export const TEMPLATE_IDS = [
  'interview',
  'question-and-answer',
  'guest-post',
  'event-record',
  'position-snapshot',
  'doors-closed-sheet',
] as const
export type TemplateId = (typeof TEMPLATE_IDS)[number]

/** What a template may put in of its own accord. Everything else it asks for. */
export interface TemplateMaterial {
  /** Who signs, `''` when the profile does not say. */
  name: string
  role: string
  place: string
  /** The day at the blog, in words. */
  day: string
  /** For questions and answers: what readers asked, oldest first. */
  questions: Question[]
}

export interface Question {
  author: string
  text: string
  /** The comment on the blog; null for one that has no address. */
  link: string | null
}

export interface PostTemplate {
  id: TemplateId
  name: string
  /** One line of what it is for. */
  purpose: string
  /** A sheet for a room without devices: printed, and never sent to a blog. */
  isPrintOnly: boolean
  build(material: TemplateMaterial): { title: string; document: PostDocument; excerpt: string }
}
