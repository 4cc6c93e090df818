import { readFileSync } from 'node:fs'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const sources = globSync(['src/**/*.{ts,tsx,html}', 'scripts/**/*.{ts,cjs}', 'electron-builder.yml'], { cwd: ROOT })

const holding = (pattern: RegExp): string[] =>
  sources
    .filter((path) => pattern.test(readFileSync(join(ROOT, path), 'utf8')))
    .map((path) => path.replaceAll('\\', '/'))

test('the whole source is read', () => {
  expect(sources.length).toBeGreaterThan(500)
  expect(holding(/export/).length).toBeGreaterThan(400)
})

test('nothing overrides a certificate', () => {
  expect(
    holding(
      /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity|setCertificateVerifyProc|'certificate-error'|select-client-certificate|ignore-certificate-errors|secureProtocol|minVersion|ssl-version-min/,
    ),
  ).toEqual([])
})

test('nothing reports home', () => {
  expect(
    holding(
      /crashReporter|sendBeacon|google-analytics|googletagmanager|sentry|posthog|amplitude|mixpanel|opentelemetry|bugsnag|datadog/i,
    ),
  ).toEqual([])
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  expect(Object.keys(dependencies).filter((name) => /analytics|telemetry|sentry|crash/i.test(name))).toEqual([])
})

test('what is built is what the lockfile names', () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >
  const exact = /^(npm:.+@)?\d+\.\d+\.\d+(-[\w.]+)?$/
  const all = { ...manifest.dependencies, ...manifest.devDependencies }
  expect(Object.entries(all).filter(([, version]) => !exact.test(version))).toEqual([])
  for (const path of ['.ci/run', '.github/workflows/release.yml']) {
    const text = readFileSync(join(ROOT, path), 'utf8')
    expect(text).toMatch(/\bnpm ci\b/)
    expect(text).not.toMatch(/\bnpm (install|i)\b/)
  }
})
