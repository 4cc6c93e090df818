import { screen, type BrowserWindow, type Rectangle } from 'electron'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const stateShape = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(200), height: z.int().min(200) }),
  isMaximized: z.boolean(),
})
type WindowState = z.output<typeof stateShape>

const DEFAULT_SIZE = { width: 1280, height: 840 }
/** So much of the title bar's height must lie on a display, or the window could not be moved back. */
const MIN_VISIBLE_PX = 48

/** Where the window was left, if a display still shows that place; else the default size, placed by the system. */
export function readWindowState(profileFolder: string): Partial<Rectangle> & { isMaximized: boolean } {
  const state = readState(join(profileFolder, 'window-state.json'))
  if (state && screen.getAllDisplays().some(({ workArea }) => isReachable(state.bounds, workArea))) {
    return { ...state.bounds, isMaximized: state.isMaximized }
  }
  return { ...DEFAULT_SIZE, isMaximized: state?.isMaximized ?? false }
}

/** Writes the state when the window closes. A state that cannot be written is not worth a sentence. */
export function keepWindowState(window: BrowserWindow, profileFolder: string): void {
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }
    try {
      writeFileSync(join(profileFolder, 'window-state.json'), JSON.stringify(state), { mode: 0o600 })
    } catch {
      return
    }
  })
}

function readState(path: string): WindowState | null {
  try {
    return stateShape.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

function isReachable(bounds: Rectangle, workArea: Rectangle): boolean {
  const visibleWidth = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x)
  const isTopVisible =
    bounds.y >= workArea.y - MIN_VISIBLE_PX / 2 && bounds.y <= workArea.y + workArea.height - MIN_VISIBLE_PX
  return isTopVisible && visibleWidth >= MIN_VISIBLE_PX * 2
}
