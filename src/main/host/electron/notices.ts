import { app, BrowserWindow, Notification } from 'electron'
import type { ChangeEvent, CoreTransport } from '../../../shared/contract/wire.ts'
import type { BlogId } from '../../../shared/domain/ids.ts'
import type { Notice } from '../../../shared/domain/notice.ts'
import { sendMenuCommand } from './ipc.ts'

/** Several acts in a row are one look. */
const COUNTED_AFTER_MS = 200
const COUNTED_ON = new Set<ChangeEvent['topic']>(['comments', 'outbox', 'blogs', 'settings', 'core-restarted'])

/**
 * Shows a notice by the system's own means, unless the person is at the desk already, and keeps the number at the icon true
 * where the system has one. `show` brings the window to the front, or opens one there.
 */
export function showNotices(core: CoreTransport, show: (place: string) => void): void {
  // Electron forgets the click of a notice that nobody holds.
  const shown = new Map<BlogId, Notification>()
  let counting: ReturnType<typeof setTimeout> | null = null

  async function openInbox(blogId: BlogId): Promise<void> {
    await core.call({ path: 'settings.set', type: 'mutation', input: { activeBlogId: blogId } })
    show('/conversation')
    sendMenuCommand('go-conversation')
  }

  function tell({ blogId, title, body }: Notice): void {
    if (!Notification.isSupported() || BrowserWindow.getFocusedWindow() !== null) return
    // What an older one said is in sight of nobody by now, or part of what is new.
    shown.get(blogId)?.close()
    const notification = new Notification({ title, body })
    shown.set(blogId, notification)
    notification.on('click', () => void openInbox(blogId))
    notification.show()
  }

  async function count(): Promise<void> {
    const answer = await core.call({ path: 'comments.badge', type: 'query', input: undefined })
    // A locked desk says nothing of what is behind it.
    app.setBadgeCount(answer.ok && typeof answer.data === 'number' ? answer.data : 0)
  }
  function countSoon(): void {
    counting ??= setTimeout(() => {
      counting = null
      void count()
    }, COUNTED_AFTER_MS)
  }

  core.onChange((event) => {
    if (event.topic === 'notice') return tell(event.notice)
    if (event.topic === 'lock') {
      for (const notification of shown.values()) notification.close()
      shown.clear()
      countSoon()
    } else if (COUNTED_ON.has(event.topic)) countSoon()
  })
  countSoon()
}
