import { addressPayloads } from './addresses.ts'
import { disguisePayloads } from './disguises.ts'
import { handlerPayloads } from './handlers.ts'
import { loadPayloads } from './loads.ts'
import { mutationPayloads, VERY_DEEP } from './mutations.ts'
import type { Payload } from './payload.ts'
import { scriptPayloads } from './scripts.ts'

const FEW = 4

/**
 * Some of each class, for the editor: it is slower than a reader's eye, and what is nested deeper than any post it does not save.
 */
export const someHtmls = (leak: string): string[] =>
  [...Map.groupBy(payloads(leak), (payload) => payload.class)].flatMap(([name, those]) =>
    those.slice(0, name === VERY_DEEP ? 1 : FEW).map(({ html }) => html),
  )

/** All of them, those of a class together. `leak` is an address that nobody may ask. */
export const payloads = (leak: string): Payload[] => [
  ...scriptPayloads(leak),
  ...handlerPayloads(),
  ...addressPayloads(),
  ...loadPayloads(leak),
  ...mutationPayloads(),
  ...disguisePayloads(leak),
]
