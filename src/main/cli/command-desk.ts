import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../shared/contract/router.ts'
import type { Blog } from '../../shared/domain/blog.ts'
import { isAppError } from '../../shared/errors.ts'
import { createAppCore, type AppCore } from '../core/app-core.ts'
import { createFileLog } from '../host/file-log.ts'
import { openSecrets } from '../host/node/secrets.ts'
import { openProfile } from '../host/profile.ts'
import { systemClock } from '../host/system-clock.ts'
import { systemRandom } from '../host/system-random.ts'
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
  close(): Promise<void>
}

export function openCommandDesk(profileFolder: string): CommandDesk {
  const core = openCore(profileFolder)
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
    close: () => core.close(),
  }
}

function openCore(profileFolder: string): AppCore {
  const profile = openProfile(profileFolder)
  try {
    return createAppCore({
      ...profile,
      databaseKey: null,
      secrets: openSecrets(profile.folder),
      fetch: (input, init) => fetch(input, init),
      clock: systemClock,
      random: systemRandom,
      log: createFileLog(profile.logFolder),
      holdMs: 0,
    })
  } catch (error) {
    if (isAppError(error)) throw new CliError(error.data)
    throw error
  }
}
