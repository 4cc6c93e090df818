import { runContractOnWordpress } from './run-on-wordpress.ts'

await runContractOnWordpress('6.8')
