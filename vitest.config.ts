import { defineConfig } from 'vitest/config'

/** A machine that is busy otherwise is no failure. */
const limits = { testTimeout: 180_000, hookTimeout: 180_000, expect: { poll: { timeout: 20_000 } } }
/** These run what is in `out/`, so it is built first when it is older than its sources. */
const ON_THE_BUILT_PROGRAM = [
  'test/host/electron/**/*.test.ts',
  'test/host/node/serve.test.ts',
  'test/host/node/left-behind.test.ts',
  'test/guard/before-caret.test.ts',
  'test/guard/first-load.test.ts',
  'test/guard/first-answer.test.ts',
  'test/guard/renders-per-key.test.ts',
  'test/guard/idle-window.test.ts',
]

export default defineConfig({
  test: {
    // By itself vitest leaves a core idle, and half of the tests wait for a server.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...limits,
          name: 'source',
          include: ['test/**/*.test.ts'],
          // The peers of the benches bring tests of their own.
          exclude: ['test/bench/node_modules/**', 'test/e2e/**', ...ON_THE_BUILT_PROGRAM],
        },
      },
      {
        test: {
          ...limits,
          name: 'built',
          include: ON_THE_BUILT_PROGRAM,
          globalSetup: ['test/support/build-before-tests.ts'],
        },
      },
    ],
  },
})
