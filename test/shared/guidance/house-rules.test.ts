import { describe, expect, test } from 'vitest'
import { listOf, paragraphsOf } from '../../../src/shared/guidance/article.ts'
import { houseRules } from '../../../src/shared/guidance/house-rules.ts'
import { howTo } from '../../../src/shared/guidance/how-to.ts'
import { readRulePack, type RulePack } from '../../../src/shared/content/checks/packs/rule-pack.ts'

const article = (id: string) => ({ id, title: `About ${id}`, text: 'One.\n\n- two\n- three' })

function pack(id: string, language: string, articles: { id: string; title: string; text: string }[]): RulePack {
  const read = readRulePack(
    JSON.stringify({ format: 'attache-rule-pack', version: 1, id, name: `Pack ${id}`, language, articles }),
  )
  if (!read.ok) throw new Error(read.problem)
  return read.pack
}

describe('house rules', () => {
  test('come with the program, and give way to the first pack that brings its own', () => {
    const [usual] = houseRules([pack('names-only', '*', [])], 'en')
    expect(usual?.packName).toBeNull()
    expect(usual?.articles.length).toBeGreaterThan(3)
    expect(houseRules([pack('names-only', '*', []), pack('ministry', 'en', [article('tone')])], 'en')).toEqual([
      {
        packName: 'Pack ministry',
        articles: [{ id: 'rules-ministry-tone', title: 'About tone', paragraphs: ['One.', '- two\n- three'] }],
      },
    ])
  })

  test('are those of the reader’s language and of every language, and all of them where there are none such', () => {
    const packs = [
      pack('fr', 'fr', [article('ton')]),
      pack('all', '*', [article('tone')]),
      pack('vi', 'vi', [article('giong')]),
    ]
    const shownTo = (language: 'fr' | 'vi' | 'ar', of = packs) =>
      houseRules(of, language).map(({ packName }) => packName)
    expect(shownTo('fr')).toEqual(['Pack fr', 'Pack all'])
    expect(shownTo('ar')).toEqual(['Pack all'])
    expect(
      shownTo(
        'ar',
        [packs[0], packs[2]].filter((one) => one !== undefined),
      ),
    ).toEqual(['Pack fr', 'Pack vi'])
  })

  test('two articles of one name are refused with the name', () => {
    const text = JSON.stringify({
      format: 'attache-rule-pack',
      version: 1,
      id: 'twice',
      name: 'Twice',
      language: '*',
      articles: [article('tone'), article('tone')],
    })
    expect(readRulePack(text)).toEqual({ ok: false, problem: 'Two articles are called tone.' })
  })
})

describe('the text of an article', () => {
  test('is parted at empty lines, and a paragraph of dashes is a list', () => {
    expect(paragraphsOf('\nOne.\r\n \t\nTwo\nlines.\n\n\n- a\n- b\n')).toEqual(['One.', 'Two\nlines.', '- a\n- b'])
    expect(listOf('- a\n-  b')).toEqual(['a', 'b'])
    expect(listOf('One - two')).toBeNull()
  })

  test('of what comes with the program each has a name of its own', () => {
    const ids = [...howTo(), ...houseRules([], 'en').flatMap(({ articles }) => articles)].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
