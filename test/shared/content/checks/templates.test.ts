import { describe, expect, test } from 'vitest'
import { documentInput } from '../../../../src/shared/contract/document-input.ts'
import { templates } from '../../../../src/shared/content/templates/templates.ts'
import type { TemplateId, TemplateMaterial } from '../../../../src/shared/content/templates/template.ts'
import { documentToText } from '../../../../src/shared/content/document-to-text.ts'
import { checked, heading, paragraph, rulesOf } from './checked.ts'

const MATERIAL: TemplateMaterial = {
  name: 'Amir Rahimi',
  role: 'Attaché for culture',
  place: 'Can Tho',
  day: '21 November 2026',
  questions: [
    { author: 'Lan', text: 'When does it open?\n\nAnd for whom?', link: 'https://blog.example/?p=4#comment-9' },
  ],
}

describe('templates', () => {
  test.each(templates.map((template) => [template.id, template] as const))(
    '%s is a document the contract takes',
    (_id, template) => {
      expect(documentInput.safeParse(template.build(MATERIAL).document).success).toBe(true)
    },
  )

  test.each(templates.map((template) => [template.id, template] as const))(
    'everything %s asks for is found as left over',
    (id, template) => {
      const { document } = template.build({ ...MATERIAL, questions: [] })
      const asked = documentToText(document).match(/\[[^\]]+\]/gu) ?? []
      const run = checked({ blocks: document.content, circumstances: { template: '' } })
      expect(asked.length).toBeGreaterThan(1)
      expect(run.findings.filter(({ rule }) => rule === 'template-leftover')).toHaveLength(asked.length)
      expect(id).toBe(template.id)
    },
  )

  test('a question is quoted under its author’s name, with a link back', () => {
    const questions = templates.find(({ id }) => id === 'question-and-answer')
    expect(documentToText(questions?.build(MATERIAL).document ?? { type: 'doc', content: [] })).toContain(
      'When does it open?\nAnd for whom?\nLan\nWhat Lan wrote, and what others answered',
    )
  })

  test('brackets of an author are left alone where no template was', () => {
    const blocks = [paragraph('He said that [the Minister] would come [Sic transit].')]
    expect(rulesOf(checked({ blocks }))).toEqual([])
    expect(rulesOf(checked({ blocks, circumstances: { template: 'interview' } }))).toEqual(['template-leftover'])
  })
})

describe('templates bring their own checks', () => {
  const found = (
    template: TemplateId,
    blocks: Parameters<typeof checked>[0]['blocks'],
    reviewBy: string | null = null,
  ) => rulesOf(checked({ blocks, circumstances: { template, reviewBy } }))

  test('a guest post says whose views it holds', () => {
    expect(found('guest-post', [paragraph('Words.')])).toEqual(['guest-without-disclaimer'])
    expect(found('guest-post', [paragraph('These are her own views.')])).toEqual([])
  })

  test('an interview has questions, an event record has times', () => {
    expect(found('interview', [paragraph('Salt and rice. '.repeat(10).trim())])).toEqual(['interview-without-answers'])
    expect(found('interview', [paragraph('Why?'), paragraph('Salt and rice. '.repeat(10).trim())])).toEqual([])
    expect(found('event-record', [paragraph('It began.')])).toEqual(['event-without-times'])
    expect(found('event-record', [paragraph('14:02 — It began.')])).toEqual([])
  })

  test('a position has a day on which it is looked at again, and that day is to come', () => {
    expect(found('position-snapshot', [heading(2, 'Why')])).toEqual(['snapshot-without-review-day'])
    expect(found('position-snapshot', [heading(2, 'Why')], '2026-11-21')).toEqual(['snapshot-without-review-day'])
    expect(found('position-snapshot', [heading(2, 'Why')], '2027-05-01')).toEqual([])
  })

  test('a sheet for a closed room is stopped without any policy', () => {
    expect(checked({ blocks: [], circumstances: { template: 'doors-closed-sheet' } }).findings).toMatchObject([
      { rule: 'print-only', severity: 'stops' },
    ])
  })
})
