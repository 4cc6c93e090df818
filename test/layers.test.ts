import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const root = join(import.meta.dirname, '..')

interface Configuration {
  forbidden: { name: string }[]
  options: Record<string, unknown>
}
const configuration = JSON.parse(readFileSync(join(root, '.dependency-cruiser.json'), 'utf8')) as Configuration

async function check(baseDir: string): Promise<ICruiseResult> {
  const { forbidden, options } = configuration
  const result = await cruise(['src'], { ...options, baseDir, validate: true, ruleSet: { forbidden } as never })
  if (typeof result.output === 'string') throw new Error(result.output)
  return result.output
}

interface Breach {
  from: string
  imports: string
  to?: string
  /** A type alone is none. */
  isValue?: true
}

/** For each rule one file that breaks it, with what it must not import. */
const BREACHES: Record<string, Breach> = {
  'renderer-sees-only-shared': {
    from: 'src/renderer/src/a.tsx',
    imports: '../../main/core/b.ts',
    to: 'src/main/core/b.ts',
  },
  'preload-sees-only-shared': { from: 'src/preload/index.ts', imports: '../main/serve.ts', to: 'src/main/serve.ts' },
  'shared-sees-nothing-else': { from: 'src/shared/a.ts', imports: '../main/core/b.ts', to: 'src/main/core/b.ts' },
  'core-sees-only-shared': {
    from: 'src/main/core/a.ts',
    imports: '../host/profile.ts',
    to: 'src/main/host/profile.ts',
  },
  'electron-only-in-its-host': { from: 'src/main/core/a.ts', imports: 'electron' },
  'hosts-do-not-know-each-other': {
    from: 'src/main/host/node/a.ts',
    imports: '../electron/b.ts',
    to: 'src/main/host/electron/b.ts',
  },
  'no-node-in-shared-or-renderer': { from: 'src/shared/a.ts', imports: 'node:fs' },
  'wordpress-words-stop-at-their-folder': {
    from: 'src/main/core/posts/a.ts',
    imports: '../blog-api/wordpress/schemas.ts',
    to: 'src/main/core/blog-api/wordpress/schemas.ts',
  },
  'no-input-parsing-in-windows': {
    from: 'src/renderer/src/a.tsx',
    imports: '../../shared/contract/inputs.ts',
    to: 'src/shared/contract/inputs.ts',
    isValue: true,
  },
  'no-cycles': { from: 'src/shared/a.ts', imports: './b.ts', to: 'src/shared/b.ts' },
}

test('every rule has an example that breaks it', () => {
  expect(Object.keys(BREACHES).toSorted()).toEqual(configuration.forbidden.map(({ name }) => name).toSorted())
})

async function rulesBroken(files: Record<string, string>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'attache-layers-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [path, text] of Object.entries({
    'tsconfig.base.json': readFileSync(join(root, 'tsconfig.base.json'), 'utf8'),
    ...files,
  })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const { summary } = await check(folder)
  return summary.violations.map((violation) => violation.rule.name)
}

test.each(Object.entries(BREACHES))('%s is reported', async (rule, { from, imports, to, isValue }) => {
  // A type is enough for the others: what is only imported as one vanishes when built, and is a breach all the same.
  const breach = isValue
    ? `import { b } from '${imports}'\nexport const a = b\n`
    : `import type { b } from '${imports}'\nexport type A = typeof b\n`
  const imported =
    rule === 'no-cycles' ? "import type { A } from './a.ts'\nexport const b: A | 1 = 1\n" : 'export const b = 1\n'
  expect(await rulesBroken({ [from]: breach, ...(to ? { [to]: imported } : {}) })).toContain(rule)
})

test.each([
  ['a type of it', "import type { Settings } from '../contract/settings-input.ts'\nexport type A = Settings\n", []],
  ['it for what it does', "import '../contract/inputs.ts'\n", ['no-input-parsing-in-windows']],
  ['it to hand on', "export { b } from '../contract/inputs.ts'\n", ['no-input-parsing-in-windows']],
  ['it later', "export const a = () => import('../contract/inputs.ts')\n", ['no-input-parsing-in-windows']],
])('what windows share takes %s from the inputs', async (_what, text, broken) => {
  const inputs = 'export type Settings = 1\nexport const b = 1\n'
  expect(await rulesBroken({ 'src/shared/domain/a.ts': text, 'src/shared/contract/inputs.ts': inputs })).toEqual(broken)
})

test('the real tree is read whole and breaks no rule', async () => {
  const { modules, summary } = await check(root)
  const sources = modules.map(({ source }) => source)
  expect(sources.length).toBeGreaterThan(100)
  for (const entry of ['src/main/index.ts', 'src/main/serve.ts', 'src/preload/index.ts', 'src/main/core/app-core.ts']) {
    expect(modules.find(({ source }) => source === entry)?.dependencies.length, entry).toBeGreaterThan(0)
  }
  expect(summary.violations).toEqual([])
})
