import { generateKeyPairSync, sign } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { policyInForce, policyStatus, takePolicy } from '../../../src/main/core/policy/policy-in-force.ts'
import { isAllowed } from '../../../src/main/core/policy/refuse-by-policy.ts'
import { readable } from '../../../src/main/core/policy/read-policy.ts'
import { STRICTEST } from '../../../src/main/core/policy/strictest-policy.ts'
import { createDesk } from '../../../src/main/core/store/desk.ts'
import { openStore } from '../../../src/main/core/store/open-store.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const PLACE = '/etc/attache/policy.json'

function emptyDesk() {
  const store = openStore({ databasePath: join(temporaryFolder(), 'desk.sqlite'), key: null })
  const desk = createDesk(store)
  const logged: string[] = []
  const write = (event: string, fields?: object): void => void logged.push(JSON.stringify({ event, ...fields }))
  const log = { info: write, warn: write, error: write }
  return {
    desk,
    logged,
    machineHas: (value: unknown) => takePolicy(desk, readable({ found: 'policy', place: PLACE, value }), log),
    machineHasNone: () => takePolicy(desk, { found: 'nothing' }, log),
    machineHasRubbish: () => takePolicy(desk, { found: 'unreadable', place: PLACE }, log),
    close: () => store.close(),
  }
}

test('a policy that can no longer be read leaves the last one in force, and the log says so without a word of it', () => {
  const on = emptyDesk()
  on.machineHas({ reviewRequired: 'always', organisation: 'Secret name' })
  on.machineHasRubbish()
  expect(policyStatus(on.desk)).toEqual({
    inForce: { reviewRequired: 'always', organisation: 'Secret name' },
    place: PLACE,
    faults: [],
    trouble: 'unreadable',
  })
  expect(on.logged.at(-1)).toBe('{"event":"policy.not-taken","trouble":"unreadable"}')
  expect(on.logged.join()).not.toContain('Secret name')
  on.machineHas('rubbish')
  expect(policyStatus(on.desk)).toMatchObject({ inForce: { reviewRequired: 'always' }, trouble: 'not-an-object' })
  on.machineHas({ holdSeconds: 30 })
  expect(policyStatus(on.desk)).toEqual({ inForce: { holdSeconds: 30 }, place: PLACE, faults: [], trouble: null })
  on.close()
})

test('a managed machine whose policy could never be read is held to the strictest', () => {
  const on = emptyDesk()
  on.machineHasRubbish()
  expect(policyStatus(on.desk)).toEqual({ inForce: STRICTEST, place: PLACE, faults: [], trouble: 'unreadable' })
  on.close()
})

test('a broken field is logged by its name and what was made of it', () => {
  const on = emptyDesk()
  on.machineHas({ reviewRequired: 'never mind', holdSeconds: 5 })
  expect(policyInForce(on.desk)).toEqual({ reviewRequired: 'always', holdSeconds: 5 })
  expect(on.logged).toEqual([
    '{"event":"policy.in-force","fields":"holdSeconds,reviewRequired","isSigned":false}',
    '{"event":"policy.field-does-not-fit","field":"reviewRequired","taken":"strict"}',
  ])
  on.close()
})

test('a machine without a policy is free, and free again once its policy was taken away', () => {
  const on = emptyDesk()
  expect(on.machineHasNone()).toBe(false)
  expect(policyStatus(on.desk)).toEqual({ inForce: null, place: null, faults: [], trouble: null })
  on.machineHas({ holdSeconds: 30 })
  expect(on.machineHas({ holdSeconds: 30 })).toBe(false)
  on.machineHasNone()
  expect(policyStatus(on.desk).inForce).toBe(null)
  on.close()
})

test('a signed policy is ended only by one that the same key signed', () => {
  const on = emptyDesk()
  const keys = generateKeyPairSync('ed25519')
  const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')
  const signed = (text: string): object => ({
    signedPolicy: text,
    signature: sign(null, Buffer.from(text), keys.privateKey).toString('base64'),
    publicKey,
  })
  on.machineHas(signed('{"holdSeconds":60}'))
  on.machineHasNone()
  expect(policyStatus(on.desk)).toMatchObject({ inForce: { holdSeconds: 60 }, trouble: 'signature' })
  on.machineHas({})
  expect(policyStatus(on.desk)).toMatchObject({ inForce: { holdSeconds: 60 }, trouble: 'signature' })
  on.machineHas(signed('{}'))
  expect(policyStatus(on.desk).inForce).toBe(null)
  on.close()
})

test.each<[allowed: string, url: string, is: boolean]>([
  ['blog.example.org', 'https://blog.example.org/', true],
  ['Blog.Example.org', 'https://blog.example.org/vn/', true],
  ['https://blog.example.org/vn', 'https://blog.example.org/vn/', true],
  ['https://blog.example.org/vn/', 'https://blog.example.org/vn/hue/', true],
  ['https://blog.example.org/vn', 'https://blog.example.org/vnother/', false],
  ['https://blog.example.org/vn', 'https://blog.example.org/', false],
  ['blog.example.org', 'https://blog.example.org.evil.example/', false],
  ['blog.example.org', 'https://notblog.example.org/', false],
  ['*.example.org', 'https://hanoi.example.org/', true],
  ['*.example.org', 'https://example.org/', true],
  ['*.example.org', 'https://badexample.org/', false],
  ['blog.example.org:8443', 'https://blog.example.org:8443/', true],
  ['blog.example.org:8443', 'https://blog.example.org/', false],
])('%s allows %s: %s', (allowed, url, is) => {
  expect(isAllowed({ allowedBlogs: [allowed] }, url)).toBe(is)
})
