import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../shared/contract/router.ts'
import type { Blog } from '../../shared/domain/blog.ts'
import type { DeskLock } from '../../shared/domain/desk-lock.ts'
import type { AppCore } from '../core/app-core.ts'
import { createFileLog } from '../host/file-log.ts'
import { noKeyStore } from '../host/node/no-key-store.ts'
import { openLockedDesk } from '../host/open-locked-desk.ts'
import { openProfile } from '../host/profile.ts'
import { CliError } from './cli-error.ts'

type Inputs = inferRouterInputs<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>
type Place = keyof Inputs
type Call<In extends Place> = keyof Inputs[In] & string

/** The same core as behind a window, called through the same contract. Throws `CliError` with the core's error. */
export interface CommandDesk {
  query<In extends Place, Name extends Call<In>>(
    place: In,
    name: Name,
    input?: Inputs[In][Name],
  ): Promise<Outputs[In][Name & keyof Outputs[In]]>
  mutate<In extends Place, Name extends Call<In>>(
    place: In,
    name: Name,
    input?: Inputs[In][Name],
  ): Promise<Outputs[In][Name & keyof Outputs[In]]>
  /** The blog named by `--blog` (name, address or id), or the only one. */
  blog(named: string | undefined): Promise<Blog>
  /** The desk becomes the one of that backup; what is here is set aside. */
  restoreBackup(id: string): Promise<void>
  close(): Promise<void>
}

/** `passphrase` is asked for where the desk is locked; null: there is none to be had. */
export async function openCommandDesk(
  profileFolder: string,
  passphrase: () => Promise<string | null>,
): Promise<CommandDesk> {
  const core = openCore(profileFolder)
  try {
    await unlock(core, passphrase)
  } catch (error) {
    await core.close()
    throw error
  }
  const call = async (type: 'query' | 'mutation', path: string, input: unknown): Promise<never> => {
    const response = await core.call({ type, path, input })
    if (!response.ok) throw new CliError(response.error)
    return response.data as never
  }
  const query: CommandDesk['query'] = (place, name, input) => call('query', `${place}.${name}`, input)
  return {
    query,
    mutate: (place, name, input) => call('mutation', `${place}.${name}`, input),
    async blog(named) {
      const blogs = await query('blogs', 'list')
      const found = named === undefined ? blogs : blogs.filter(({ id, name, url }) => [id, name, url].includes(named))
      const [blog, ...others] = found
      if (!blog)
        throw new CliError(
          named === undefined ? 'No blog is connected. Run: attache connect' : `No connected blog is called ${named}.`,
        )
      if (others.length > 0) throw new CliError(`Say which blog with --blog: ${found.map(({ url }) => url).join(', ')}`)
      return blog
    },
    async restoreBackup(id) {
      await call('mutation', 'lock.restoreBackup', { id })
    },
    close: () => core.close(),
  }
}

/** Throws `CliError` where the desk does not open, or a passphrase is needed that was not given. */
async function unlock(core: AppCore, passphrase: () => Promise<string | null>): Promise<void> {
  const state = await core.call({ type: 'query', path: 'lock.state', input: undefined })
  if (!state.ok) throw new CliError(state.error)
  const lock = state.data as DeskLock
  if (lock.state === 'open') return
  if (lock.fault) throw new CliError(lock.fault)
  const given = await passphrase()
  if (given === null) throw new CliError('The desk is locked. Give its passphrase in a file: --passphrase-file FILE')
  const answer = await core.call({ type: 'mutation', path: 'lock.unlock', input: { passphrase: given } })
  if (!answer.ok) throw new CliError(answer.error)
}

/** Locked or open, as the desk of that profile is. */
export function openCore(profileFolder: string): AppCore {
  const profile = openProfile(profileFolder)
  return openLockedDesk({
    profileFolder: profile.folder,
    keyStore: noKeyStore,
    log: createFileLog(profile.logFolder),
    fetch: (input, init) => fetch(input, init),
    holdMs: 0,
  })
}
