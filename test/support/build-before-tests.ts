/** Vitest runs this once before the tests that start the built program. */
export { buildWhenStale as setup } from '../../scripts/build-when-stale.ts'
