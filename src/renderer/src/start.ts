import { electronTransport } from './api/electron-transport.ts'
import { httpTransport } from './api/http-transport.ts'
import { askAhead } from './features/shell/ask-ahead.ts'
import { fetchCodeAt } from './features/shell/place-code.ts'

/*
 * The first lines of the window, in a small file of their own (scripts/window-parts.ts): what is asked for here is on its way while
 * the desk itself is still read.
 */
const path = location.hash.slice(1)
export const transport = askAhead(
  window.attache ? electronTransport(window.attache) : httpTransport(),
  path,
  localStorage,
)
fetchCodeAt(path)
