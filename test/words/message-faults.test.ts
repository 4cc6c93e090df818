import { describe, expect, it } from 'vitest'
import { messageFaults, translationFaults } from '../../scripts/words/message-faults.ts'

const POSTS = '{count, plural, one {# post} other {# posts}} of {name}'

describe('a sentence', () => {
  it('is ICU', () => {
    expect(messageFaults('Two {names', 'en')).toEqual([expect.stringContaining('it is no ICU message: ')])
    expect(messageFaults(POSTS, 'en')).toEqual([])
  })

  it('writes dates with the words for dates', () => {
    expect(messageFaults('On {day, date, long}', 'en')).toEqual([expect.stringContaining('date-words.ts')])
  })

  it('has each case of its plural', () => {
    expect(messageFaults('{n, plural, other {#}}', 'en')).toEqual(['{n} has no case “one”'])
    expect(messageFaults('{n, plural, =1 {A} other {#}}', 'en')).toEqual([])
  })

  it('closes its tags', () => {
    expect(messageFaults('<b>A', 'en')).toEqual(['<b> is not closed'])
    expect(messageFaults('<b>A</i>', 'en')).toEqual(['</i> closes what is not open'])
  })
})

describe('a translation', () => {
  it('has the six cases of Arabic', () => {
    const few = '{count, plural, zero {لا شيء} one {منشور} two {منشوران} few {# منشورات} other {# منشور}} {name}'
    expect(translationFaults(POSTS, few, 'ar')).toEqual(['{count} has no case “many”'])
    const all = few.replace('few', 'many {# منشورًا} few').replace('zero {', '=0 {')
    expect(translationFaults(POSTS, all, 'ar')).toEqual([])
  })

  it('has two of French, where the third begins at a million, and one of Vietnamese', () => {
    expect(translationFaults(POSTS, '{count, plural, one {# billet} other {# billets}} de {name}', 'fr')).toEqual([])
    expect(translationFaults(POSTS, '{count, plural, other {# bài}} của {name}', 'vi')).toEqual([])
    expect(translationFaults(POSTS, '{count, plural, one {# bài} other {# bài}} của {name}', 'vi')).toEqual([
      '{count} has a case “one”, which the language does not have',
    ])
  })

  it('has the holes and tags of the English sentence', () => {
    expect(translationFaults('To <b>{name}</b>', 'À {nom}', 'fr')).toEqual([
      '{name} is missing',
      '{nom} is not in the English sentence',
      '<b> is missing',
      '</b> is missing',
    ])
    expect(translationFaults('{k, select, a {A} other {B}}', '{k, select, other {B}}', 'fr')).toHaveLength(2)
  })
})
