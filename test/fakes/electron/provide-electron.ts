import { registerHooks } from 'node:module'

/** From here on `electron` is the given module of this folder. */
export function provideElectron(module: './main-module.ts' | './utility-module.ts'): void {
  registerHooks({
    resolve(specifier, context, nextResolve) {
      if (specifier !== 'electron') return nextResolve(specifier, context)
      return { url: new URL(module, import.meta.url).href, shortCircuit: true }
    },
  })
}
