import type { CoreQueries } from '../../api/queries.ts'

/** Which post was open last; forgotten with the last who looks, since every opening makes it another one. */
export const lastOpened = (core: CoreQueries) => core.posts.lastOpened.queryOptions(undefined, { gcTime: 0 })
