import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { Choice } from '../../src/shared/content/merge/post-merge.ts'
import type { PolicyReading } from '../../src/shared/domain/policy.ts'
import type { PostId } from '../../src/shared/domain/ids.ts'
import type { AppRouter } from '../../src/shared/contract/router.ts'
import type { ChangeEvent } from '../../src/shared/contract/wire.ts'
import { AppError } from '../../src/shared/errors.ts'
import { createAppCore, type AppCore, type AppCorePorts } from '../../src/main/core/app-core.ts'
import type { PassphraseCost } from '../../src/main/core/sealing/passphrase-key.ts'
import type { Clock, Fetch, Random, SecretStore } from '../../src/main/core/ports.ts'
import { profileIn } from '../../src/main/host/profile.ts'
import { systemClock } from '../../src/main/host/system-clock.ts'
import { systemRandom } from '../../src/main/host/system-random.ts'
import { openKeysIn } from './open-keys.ts'

type Inputs = inferRouterInputs<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>
type Place = keyof Inputs

type Ask = <In extends Place, Name extends keyof Inputs[In] & string>(
  place: In,
  name: Name,
  ...input: undefined extends Inputs[In][Name] ? [] : [Inputs[In][Name]]
) => Promise<Outputs[In][Name & keyof Outputs[In]]>

/** A passphrase of a file as it is made for a person takes seconds; what comes of one is the same. */
const LITTLE_WORK: PassphraseCost = { memoryKib: 64, passes: 1, lanes: 1 }

/** The real core on a real database, called through the contract as a window would. `query` and `mutate` throw the core's AppError. */
export interface TestDesk {
  core: AppCore
  events: ChangeEvent[]
  /** Every line the core logged, as JSON. */
  logLines: string[]
  query: Ask
  mutate: Ask
  close(): Promise<void>
}

export function openDesk(
  profileFolder: string,
  ports: {
    fetch?: Fetch
    clock?: Clock
    random?: Random
    secrets?: SecretStore
    holdMs?: number
    keys?: AppCorePorts['keys']
    freeBytes?: () => number
    readPolicy?: () => PolicyReading
    createDeskCopier?: AppCorePorts['createDeskCopier']
    onDamage?: () => void
  } = {},
): TestDesk {
  const logLines: string[] = []
  const write =
    (level: string) =>
    (event: string, fields: object = {}): void =>
      void logLines.push(JSON.stringify({ level, event, ...fields }))
  const core = createAppCore({
    ...profileIn(profileFolder),
    keys: ports.keys ?? openKeysIn(profileFolder),
    secrets: ports.secrets ?? memorySecrets(),
    fetch: ports.fetch ?? ((input, init) => fetch(input, init)),
    clock: ports.clock ?? systemClock,
    random: ports.random ?? systemRandom,
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    holdMs: ports.holdMs ?? 0,
    passphraseCost: LITTLE_WORK,
    ...(ports.readPolicy ? { readPolicy: ports.readPolicy } : {}),
    ...(ports.freeBytes ? { freeBytes: ports.freeBytes } : {}),
    ...(ports.createDeskCopier ? { createDeskCopier: ports.createDeskCopier } : {}),
    ...(ports.onDamage ? { onDamage: ports.onDamage } : {}),
  })
  const events: ChangeEvent[] = []
  core.onChange((event) => events.push(event))
  const ask =
    (type: 'query' | 'mutation'): Ask =>
    async (place, name, ...input) => {
      const response = await core.call({ type, path: `${place}.${name}`, input: input[0] })
      if (!response.ok) throw new AppError(response.error)
      return response.data as never
    }
  return { core, events, logLines, query: ask('query'), mutate: ask('mutation'), close: () => core.close() }
}

/** Keeps passwords as long as the test holds on to it: pass the same one to a second start of the same profile. */
export function memorySecrets(): SecretStore {
  const passwords = new Map<string, string>()
  return {
    find: async (blogId) => passwords.get(blogId) ?? null,
    put: async (blogId, password) => void passwords.set(blogId, password),
    remove: async (blogId) => void passwords.delete(blogId),
  }
}

/** The same choice for each conflict. */
export async function choicesEverywhere(
  desk: TestDesk,
  postId: PostId,
  choice: Choice,
): Promise<Record<string, Choice>> {
  const { items } = await desk.query('posts', 'conflict', { postId })
  return Object.fromEntries(items.filter(({ state }) => state === 'conflict').map(({ id }) => [id, choice]))
}
