declare const ATTACHE_VERSION: string | undefined

/** Put in by the build; run from its source the program has none. */
export const programVersion = typeof ATTACHE_VERSION === 'string' ? ATTACHE_VERSION : 'from source'
