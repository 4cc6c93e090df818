import { initTRPC } from '@trpc/server'
import type { CoreServices } from './services.ts'

const t = initTRPC.context<CoreServices>().create({ isServer: true, allowOutsideOfServer: true })

/** What every part of the contract is made of. */
export const { procedure, router } = t
