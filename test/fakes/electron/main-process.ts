import { pathToFileURL } from 'node:url'
import { app } from './app.ts'
import { controls } from './controls.ts'
import { provideElectron } from './provide-electron.ts'

/**
 * The child process: the built main under the fake, driven over the process's channel. Says `ready` when the window has
 * loaded, and hands on what is sent to it.
 */
interface Ask {
  askId: number
  name: keyof typeof controls
  args: unknown[]
}

process.on('message', ({ askId, name, args }: Ask) => {
  const control = controls[name] as (...given: unknown[]) => unknown
  Promise.resolve()
    .then(() => control(...args))
    .then(
      (value) => process.send?.({ kind: 'told', askId, value }),
      (error: unknown) => process.send?.({ kind: 'told', askId, error: String(error) }),
    )
})
process.on('disconnect', () => process.exit(0))

app.on('browser-window-created', (_event, window: { once(name: string, then: () => void): void }) => {
  window.once('ready-to-show', () => process.send?.({ kind: 'ready' }))
})
app.on('web-contents-created', (_event, contents: { onSent: unknown }) => {
  contents.onSent = (channel: string, args: unknown[]) => process.send?.({ kind: 'sent', channel, args })
})

provideElectron('./main-module.ts')
const [entry = ''] = process.argv.slice(2)
// Electron loads the entry first, and is ready only after it has run.
await import(pathToFileURL(entry).href)
app.becomeReady()
