import { describe, expect, it } from 'vitest'
import { extractWords } from '../../scripts/words/extract-words.ts'

const T = `import { t } from '../../shared/words/t.ts'\n`
const RICH = `import { Rich } from '../../ui/rich.tsx'\n`
const faultsOf = (source: string): string[] =>
  extractWords('a.tsx', source).faults.map(({ at, what }) => `${at} ${what}`)
const sentencesOf = (source: string): [string, string | null][] =>
  extractWords('a.tsx', source).messages.map(({ message, context }) => [message, context])

describe('the sentences of a source file', () => {
  it('are the first arguments of t, with the context behind the values', () => {
    const source = `${T}const f = () => [t('It’s “{a}”', { a }), t("Held", {}, 'of a reply'), t(\`Two\`)]`
    expect(sentencesOf(source)).toEqual([
      ['It’s “{a}”', null],
      ['Held', 'of a reply'],
      ['Two', null],
    ])
    expect(faultsOf(source)).toEqual([])
  })

  it('are the messages of Rich', () => {
    const source = `${RICH}const F = () => <><Rich message="To <b>{who}</b>" values={{ who }} parts={p} /><Rich message={'A “b”'} context="c" parts={p} /></>`
    expect(sentencesOf(source)).toEqual([
      ['To <b>{who}</b>', null],
      ['A “b”', 'c'],
    ])
  })

  it('are none where t is another t', () => {
    const source = `const t = initTRPC.create()\nexport const router = t.router({ a: t('b') })`
    expect([sentencesOf(source), faultsOf(source)]).toEqual([[], []])
  })

  it('have to be written out in place', () => {
    const [name, holes, joined, context] = [
      `${T}const f = (a) => t(a)`,
      `${T}const f = (a) => t(\`x \${a}\`)`,
      `${T}const f = () => t('a' + 'b')`,
      `${T}const f = (a) => t('x', {}, a)`,
    ].map((source) => faultsOf(source).join())
    expect([name, holes, joined]).toEqual(
      Array(3).fill('a.tsx:2 the sentence has to be written out in place, as one literal'),
    )
    expect(context).toBe('a.tsx:2 the context has to be written out in place')
    expect(faultsOf(`${RICH}const F = ({ m }) => <Rich message={m} parts={p} />`)).toHaveLength(1)
  })

  it('are not said while the module loads', () => {
    const early = 'this is said while the module loads, before the language is known: make it a function'
    expect(faultsOf(`${T}\nconst LABELS = { a: t('A') }`)).toEqual([`a.tsx:3 ${early}`])
    expect(faultsOf(`${T}class A { static label = t('A') }`)).toEqual([`a.tsx:2 ${early}`])
    expect(faultsOf(`${T}const labels = () => ({ a: t('A') })`)).toEqual([])
    expect(faultsOf(`${T}class A { label() { return t('A') } }`)).toEqual([])
  })

  it('are not reached by a t that is handed on or has another name', () => {
    expect(faultsOf(`${T}const f = (all) => all.map(t)`)).toEqual([
      'a.tsx:2 `t` is called where its sentence stands, and not handed on',
    ])
    expect(faultsOf(`import { t as say } from '../words/t.ts'`)).toEqual([
      'a.tsx:1 `t` keeps its name where it is imported',
    ])
    expect(faultsOf(`${T}const f = (a) => ({ t: a.t })`)).toEqual([])
  })
})
