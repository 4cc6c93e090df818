import { parseArgs } from 'node:util'
import type { WordpressVersion } from './ensure-wordpress.ts'
import { startWordpress } from './start-wordpress.ts'

/** `node test/wordpress/start.ts --version 7.1`: a WordPress to try things on, until it is interrupted. */
const VERSIONS: WordpressVersion[] = ['6.1', '6.8', '7.1']
const { values } = parseArgs({
  options: {
    version: { type: 'string', default: '7.1' },
    plain: { type: 'boolean', default: false },
    'sub-folder': { type: 'string' },
  },
})
const version = VERSIONS.find((each) => each === values.version)
if (!version) throw new Error(`--version is one of ${VERSIONS.join(', ')}`)
const subFolder = values['sub-folder']
const blog = await startWordpress({
  version,
  permalinks: values.plain ? 'plain' : 'pretty',
  ...(subFolder === undefined ? {} : { subFolder }),
})
console.log(JSON.stringify({ url: blog.url }))
for (const [role, user] of Object.entries(blog.users)) console.log(JSON.stringify({ role, ...user }))
const stayAlive = setInterval(() => undefined, 60_000)
const stop = () => {
  clearInterval(stayAlive)
  void blog.stop()
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
