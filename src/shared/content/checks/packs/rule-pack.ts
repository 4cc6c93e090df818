import type { z } from 'zod'
import { t } from '../../../words/t.ts'
import { rulePackInput } from './rule-pack-input.ts'

export type RulePack = z.output<ReturnType<typeof rulePackInput>>
export type PackRule = RulePack['rules'][number]

export type ReadPack = { ok: true; pack: RulePack } | { ok: false; problem: string }

/** What does not fit is said by the reader of the format, to whoever writes packs, in English. */
function faultWords(place: string, fault: string): string {
  if (fault === '') return t('It does not fit the format of a rule pack.')
  return place === '' ? `${fault}.` : `${place}: ${fault}.`
}

/** Reads a pack or says in one sentence, with the place, what is wrong with it. Never throws: a bad pack breaks nothing else. */
export function readRulePack(text: string): ReadPack {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\u{FEFF}/u, ''))
  } catch (error) {
    return {
      ok: false,
      problem: t('It is not JSON: {why}.', { why: error instanceof Error ? error.message : 'unreadable' }),
    }
  }
  const read = rulePackInput().safeParse(value)
  if (read.success) return withUniqueIds(read.data)
  const [issue] = read.error.issues
  const place = issue?.path.map((part) => (typeof part === 'number' ? `${part + 1}` : String(part))).join(' → ')
  return { ok: false, problem: faultWords(place ?? '', issue?.message ?? '') }
}

function withUniqueIds(pack: RulePack): ReadPack {
  const rule = firstTwice(pack.rules)
  if (rule !== undefined) return { ok: false, problem: t('Two rules are called {name}.', { name: rule }) }
  const article = firstTwice(pack.articles)
  if (article !== undefined) return { ok: false, problem: t('Two articles are called {name}.', { name: article }) }
  return { ok: true, pack }
}

function firstTwice(named: readonly { id: string }[]): string | undefined {
  const ids = named.map((one) => one.id)
  return ids.find((one, index) => ids.indexOf(one) !== index)
}
