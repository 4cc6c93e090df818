import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'
import { postExtensions } from '../../../../../src/renderer/src/features/editor/schema/post-extensions.ts'
import type { PlacedWord } from '../../../../../src/renderer/src/features/editor/spelling/spelling-marks.ts'
import { SpellingRunner } from '../../../../../src/renderer/src/features/editor/spelling/spelling-runner.ts'
import { WordKnowledge } from '../../../../../src/shared/content/spelling/word-knowledge.ts'
import { ignoredPrint, type Survey } from '../../../../../src/shared/content/checks/rules/spelling.ts'
import type { SpellingAnswer } from '../../../../../src/shared/contract/spelling-services.ts'

const schema = getSchema(postExtensions)
const text = (...paragraphs: string[]): Node =>
  schema.node(
    'doc',
    null,
    paragraphs.map((words) => schema.node('paragraph', null, words === '' ? [] : [schema.text(words)])),
  )

const nameOf = (place: PlacedWord): string => {
  if (place.in === 'text') return ''
  return place.in === 'beside' ? `${place.field} ` : `${place.in} `
}
const at = (from: number, to = from) => ({ in: 'text' as const, from, to })

/** A dictionary that knows every word without an x; Vietnamese has none. Timers are pressed by hand. */
function setUp(first: Node) {
  const asked: string[] = []
  const waiting: { callback: () => void; delayMs: number }[] = []
  const desk = {
    doc: first,
    visible: { from: 0, to: Infinity },
    shown: [] as string[],
    survey: null as Survey | null,
  }
  const knowledge = new WordKnowledge((language, words): Promise<SpellingAnswer> => {
    asked.push(...words.map((word) => `${language} ${word}`))
    if (language === 'vi') return Promise.resolve({ state: 'no-dictionary' })
    return Promise.resolve({ state: 'checked', unknown: words.filter((word) => word.includes('x')) })
  })
  const runner = new SpellingRunner(
    {
      doc: () => desk.doc,
      visible: () => desk.visible,
      show: (words: readonly PlacedWord[]) =>
        void (desk.shown = words.map((one) => `${one.word.word} ${nameOf(one)}${one.from}`)),
      onSurvey: (survey) => void (desk.survey = survey),
      elapsedMs: () => 0,
      later(callback, delayMs) {
        const mine = { callback, delayMs }
        waiting.push(mine)
        return () => void (waiting.includes(mine) && waiting.splice(waiting.indexOf(mine), 1))
      },
    },
    knowledge,
  )
  /** Time passes until nothing waits, and every answer is in. */
  const rest = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      next.callback()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { runner, knowledge, desk, asked, rest }
}

describe('spelling while somebody writes', () => {
  test('marks the wrong words in sight, and counts those of the whole text', async () => {
    const { runner, desk, rest } = setUp(text('one xtwo', 'xthree'))
    desk.visible = { from: 0, to: 10 }
    runner.setOn(true, 'en')
    await rest()
    expect(desk.shown).toEqual(['xtwo 5'])
    expect(desk.survey).toEqual({
      count: 2,
      words: ['xtwo', 'xthree'],
      where: { in: 'text', path: [0], from: 4, to: 8 },
    })
  })

  test('asks about a word once, however often it is written', async () => {
    const { runner, desk, asked, rest } = setUp(text('one two one'))
    runner.setOn(true, 'en')
    await rest()
    desk.doc = text('one two one', 'two three')
    runner.typed(at(20))
    await rest()
    expect(asked).toEqual(['en one', 'en two', 'en three'])
  })

  test('leaves the word alone that is being written, until the caret leaves it', async () => {
    const { runner, desk, rest } = setUp(text('one xtwo'))
    runner.setOn(true, 'en')
    runner.typed(at(9))
    await rest()
    expect(desk.shown).toEqual([])
    runner.caretMoved(at(2))
    await rest()
    expect(desk.shown).toEqual(['xtwo 5'])
  })

  test('an answer that comes after the next key marks nothing', async () => {
    const { runner, desk, rest } = setUp(text('xone'))
    runner.setOn(true, 'en')
    const resting = rest()
    desk.doc = text('', 'xone')
    await resting
    expect(desk.shown).toEqual([])
  })

  test('switched off it asks nothing and shows nothing', async () => {
    const { runner, desk, asked, rest } = setUp(text('xone'))
    runner.setOn(false, 'en')
    runner.typed(at(3))
    await rest()
    expect({ asked, shown: desk.shown, survey: desk.survey }).toEqual({ asked: [], shown: [], survey: null })
  })

  test('names are known at once, without asking again', async () => {
    const { runner, knowledge, desk, asked, rest } = setUp(text('xone xtwo'))
    runner.setOn(true, 'en')
    await rest()
    knowledge.letBe(({ word }) => word === 'xone')
    runner.lookAgain()
    await rest()
    expect(desk.shown).toEqual(['xtwo 6'])
    expect(asked).toHaveLength(2)
  })

  test('a language without a dictionary marks nothing and says so; a block goes by its own language', async () => {
    const mine = schema.node('paragraph', { kept: { attributes: {}, html: { lang: 'en' } } }, [schema.text('xmine')])
    const { runner, knowledge, desk, rest } = setUp(schema.node('doc', null, [...text('xin').children, mine]))
    runner.setOn(true, 'vi')
    await rest()
    expect(desk.shown).toEqual(['xmine 6'])
    expect(knowledge.stateOf('vi')).toBe('no-dictionary')
  })
})

test('a passage in a language that is none leaves the rest of the text to be looked up', async () => {
  const odd = (lang: string, words: string) =>
    schema.text(words, [schema.mark('language', { lang, dir: null, tag: 'span' })])
  const line = schema.node('paragraph', null, [schema.text('xone '), odd('klingon!', 'xtwo '), odd('en_US', 'xthree')])
  const { runner, desk, asked, rest } = setUp(schema.node('doc', null, [line]))
  runner.setOn(true, 'en')
  await rest()
  expect(desk.shown).toEqual(['xone 1', 'xthree 11'])
  expect(asked).toEqual(['en xone', 'en-US xthree'])
})

test('where a language has no dictionary nothing is said to be right', async () => {
  const { runner, desk, rest } = setUp(text('xin'))
  runner.setOn(true, 'vi')
  await rest()
  expect(desk.survey).toBeNull()
})

describe('the next misspelling', () => {
  test('is the next from the caret on, then from the start; backwards the one before', async () => {
    const { runner } = setUp(text('xone two', 'three xfour', 'xfive'))
    runner.setOn(true, 'en')
    const step = async (from: number, direction: 1 | -1) => (await runner.next(at(from), direction))?.word.word
    expect(await step(5, 1)).toBe('xfour')
    expect(await step(30, 1)).toBe('xone')
    expect(await step(17, -1)).toBe('xone')
    expect(await step(0, -1)).toBe('xfive')
  })

  test('is none where every word is known', async () => {
    const { runner } = setUp(text('one two'))
    runner.setOn(true, 'en')
    expect(await runner.next(at(0), 1)).toBeNull()
  })
})

describe('words beside the text', () => {
  const picture = schema.node('picture', { caption: 'xcaption', alt: 'The xalt', credit: 'Xu' })
  const doc = schema.node('doc', null, [...text('xone').children, picture, ...text('xlast').children])
  const setUpFields = () => {
    const set = setUp(doc)
    set.runner.fieldsAre({ title: 'xtitle', excerpt: 'An xexcerpt' }, null)
    set.runner.setOn(true, 'en')
    return set
  }

  test('are marked and counted with those of the text, in the order of the page; who took a picture is a name', async () => {
    const { desk, rest } = setUpFields()
    await rest()
    expect(desk.shown).toEqual([
      'xtitle title 0',
      'xone 1',
      'xcaption caption 0',
      'xalt alt 4',
      'xlast 8',
      'xexcerpt excerpt 3',
    ])
    expect(desk.survey).toEqual({ count: 6, words: ['xtitle', 'xone', 'xcaption'], where: { in: 'title' } })
  })

  test('are gone to one after the other, around the end and back', async () => {
    const { runner } = setUpFields()
    const walk = async (start: Parameters<typeof runner.next>[0], direction: 1 | -1) => {
      const words: string[] = []
      let place = start
      for (let step = 0; step < 6; step += 1) {
        const found = await runner.next(place, direction)
        if (!found) break
        words.push(found.word.word)
        place = found
      }
      return words
    }
    expect(await walk(at(2), 1)).toEqual(['xcaption', 'xalt', 'xlast', 'xexcerpt', 'xtitle', 'xone'])
    expect(await walk(at(2), -1)).toEqual(['xtitle', 'xexcerpt', 'xlast', 'xalt', 'xcaption', 'xone'])
  })

  test('a word that is being written in a field is left alone, the same place of the text is not', async () => {
    const { runner, desk, rest } = setUpFields()
    runner.typed({ in: 'title', from: 3, to: 3 })
    await rest()
    expect(desk.shown).not.toContain('xtitle title 0')
    expect(desk.shown).toContain('xone 1')
    runner.caretMoved(null)
    await rest()
    expect(desk.shown).toContain('xtitle title 0')
  })

  test('a slip in a caption leads to its field', async () => {
    const { desk, rest, runner } = setUp(schema.node('doc', null, [...text('one').children, picture]))
    runner.setOn(true, 'en')
    await rest()
    expect(desk.survey?.where).toEqual({ in: 'block', path: [1], field: 'caption' })
  })

  test('what is ignored is listed once, while it stands in the post', () => {
    const { runner } = setUpFields()
    runner.fieldsAre({ title: 'xone xtitle', excerpt: '' }, null)
    expect(runner.ignored(['xone', 'xgone'].map(ignoredPrint))).toEqual([{ word: 'xone', language: 'en', count: 2 }])
  })
})
