import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'
import manifest from './package.json' with { type: 'json' }
import { leaveOutLocales } from './scripts/leave-out-locales.ts'
import { noteBundledPackages } from './scripts/package/note-bundled-packages.ts'
import { windowParts } from './scripts/window-parts.ts'
import { LANGUAGES } from './src/shared/words/languages.ts'

const source = (path: string): string => resolve(import.meta.dirname, 'src', path)

/** What a window opens with: its first lines, the desk, and the place at which it opens most often. */
const OPENS_WITH = {
  start: source('renderer/src/start.ts'),
  desk: source('renderer/src/desk.tsx'),
  place: source('renderer/src/features/editor/editor-screen.tsx'),
}

/** Builds `out/{main,preload,renderer}`. What stands under `dependencies` stays in node_modules: native parts, and what is rarely needed. All else is bundled. */
export default defineConfig({
  main: {
    // Without a key the program takes no updates.
    define: {
      ATTACHE_UPDATE_PUBLIC_KEY: JSON.stringify(process.env['ATTACHE_UPDATE_PUBLIC_KEY'] ?? ''),
      ATTACHE_VERSION: JSON.stringify(manifest.version),
    },
    plugins: [noteBundledPackages(import.meta.dirname, 'main')],
    build: {
      rolldownOptions: {
        input: {
          index: source('main/index.ts'),
          'core-entry': source('main/host/electron/core-entry.ts'),
          serve: source('main/serve.ts'),
          'node-core-entry': source('main/host/node/core-entry.ts'),
          'checkpoint-worker': source('main/core/store/checkpoint-worker.ts'),
          'copy-worker': source('main/core/backups/copy-worker.ts'),
          'spelling-worker': source('main/core/spelling/spelling-worker.ts'),
        },
        // Beside the entries, because a chunk may look for one next to itself.
        output: { chunkFileNames: 'chunk-[name].js' },
      },
    },
  },
  preload: {
    plugins: [noteBundledPackages(import.meta.dirname, 'preload')],
    build: {
      // A sandboxed preload can require only electron, and only from CommonJS.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: source('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    plugins: [react(), leaveOutLocales(LANGUAGES), noteBundledPackages(import.meta.dirname, 'renderer')],
    build: {
      // Inlined files would be `data:` addresses, which the policy refuses.
      assetsInlineLimit: 0,
      minify: true,
      // One sheet, because the order of its rules decides which holds.
      cssCodeSplit: false,
      // test/guard/first-load.test.ts holds the size.
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        input: source('renderer/index.html'),
        output: {
          codeSplitting: { groups: windowParts(OPENS_WITH) },
          // A part that several places share is named by all of them.
          chunkFileNames: ({ name }) => `assets/${name.split('~', 1)[0]}-[hash].js`,
        },
      },
    },
  },
})
