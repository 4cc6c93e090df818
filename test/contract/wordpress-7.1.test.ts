import { runContractOnWordpress } from './run-on-wordpress.ts'

await runContractOnWordpress('7.1')
