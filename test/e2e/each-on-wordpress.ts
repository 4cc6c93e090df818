import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.ts'
import { ensureWordpress } from '../wordpress/ensure-wordpress.ts'
import { startWordpress, type RunningWordpress } from '../wordpress/start-wordpress.ts'
import { test } from './open-desk-window.ts'

interface OnWordpress {
  site: RunningWordpress
  /** To the site; it breaks on command. */
  line: FaultProxy
}

/** Gives each test of the file or block a real WordPress of its own, read from what is returned; skips them with the reason where none can be had. */
export function eachOnWordpress(): OnWordpress {
  const on: Partial<OnWordpress> = {}
  test.beforeEach(async () => {
    const files = await ensureWordpress('7.1')
    test.skip('missing' in files, 'missing' in files ? files.missing : '')
    on.site = await startWordpress({ version: '7.1' })
    on.line = await startFaultProxy({ target: on.site.url })
  })
  test.afterEach(async () => {
    await on.line?.stop()
    await on.site?.stop()
    delete on.line
    delete on.site
  })
  return on as OnWordpress
}
