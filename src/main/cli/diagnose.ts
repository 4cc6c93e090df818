import { errorLine } from '../../shared/sentences.ts'
import { CliError } from './cli-error.ts'
import type { CommandDesk } from './command-desk.ts'

export interface Finding {
  isGood: boolean
  sentence: string
}

/** Looks at an address as anyone would and, where the blog is connected, signs in. Writes nothing on the blog. */
export async function diagnose(
  desk: CommandDesk,
  site: string | undefined,
  named: string | undefined,
): Promise<Finding[]> {
  if (site !== undefined) return [await tryTo(() => discover(desk, site))]
  const blog = await desk.blog(named)
  const signedIn = await tryTo(async () => {
    const line = await desk.mutate('line', 'syncNow', { blogId: blog.id })
    if (line.reason) throw new CliError(line.reason)
    return `Signed in as ${blog.displayName} (${blog.roles.join(', ')}); reading works.`
  })
  const rights = `This account may ${blog.rights.canPublish ? '' : 'not '}publish and may ${blog.rights.canUploadMedia ? '' : 'not '}upload pictures.`
  const address = blog.kind === 'practice' ? [] : [await tryTo(() => discover(desk, blog.url))]
  return [...address, signedIn, { isGood: true, sentence: rights }]
}

async function discover(desk: CommandDesk, address: string): Promise<string> {
  const found = await desk.mutate('blogs', 'discover', { address })
  const approval =
    found.approvalUrl === null ? 'application passwords are switched off there' : 'application passwords are on'
  return `${found.name} answers at ${found.url}; ${approval}.`
}

async function tryTo(look: () => Promise<string>): Promise<Finding> {
  try {
    return { isGood: true, sentence: await look() }
  } catch (error) {
    if (error instanceof CliError && error.data) return { isGood: false, sentence: errorLine(error.data) }
    throw error
  }
}
