import { parseArgs } from 'node:util'
import { benchChecks } from '../test/bench/bench-checks.ts'
import { benchNewcomer } from '../test/bench/bench-newcomer.ts'
import { benchPull } from '../test/bench/bench-pull.ts'
import { benchThreads } from '../test/bench/bench-threads.ts'
import { benchTyping } from '../test/bench/bench-typing.ts'

/** `npm run bench -- pull [--posts 10000] [--comments 50000] [--runs 5]`, `-- checks [--words 10000]`, `-- threads [--threads 5000,10000] [--comments 50000] [--runs 5]`, `-- newcomer [--runs 5]` or `-- typing [--sizes 1000,50000] [--without-spelling]`: figures of this machine, each printed with its name. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    posts: { type: 'string', default: '10000' },
    comments: { type: 'string', default: '50000' },
    words: { type: 'string', default: '10000' },
    threads: { type: 'string', default: '5000,10000' },
    runs: { type: 'string', default: '5' },
    'without-spelling': { type: 'boolean', default: false },
    sizes: { type: 'string', default: '1000,10000,50000,100000' },
  },
})
const [what] = positionals
if (what === 'pull') {
  await benchPull({ posts: Number(values.posts), comments: Number(values.comments), runs: Number(values.runs) })
} else if (what === 'checks') {
  benchChecks({ words: Number(values.words), runs: Number(values.runs) })
} else if (what === 'threads') {
  const threads = values.threads.split(',').map(Number)
  await benchThreads({ threads, comments: Number(values.comments), runs: Number(values.runs) })
} else if (what === 'typing') {
  await benchTyping(values.sizes.split(',').map(Number), { isSpelling: !values['without-spelling'] })
} else if (what === 'newcomer') {
  await benchNewcomer({ runs: Number(values.runs) })
} else {
  console.error(
    'npm run bench -- pull [--posts N] [--comments N] [--runs N], checks [--words N] [--runs N], threads [--threads N,N] [--comments N] [--runs N], newcomer [--runs N] or typing [--sizes N,N] [--without-spelling]',
  )
  process.exitCode = 2
}
