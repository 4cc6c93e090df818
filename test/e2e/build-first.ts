export { buildWhenStale as default } from '../../scripts/build-when-stale.ts'
