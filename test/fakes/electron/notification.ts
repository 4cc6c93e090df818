import type { Notification as RealNotification, NotificationConstructorOptions } from 'electron'
import { EventEmitter } from 'node:events'
import { assertReady } from './app.ts'
import { fakeOptions } from './fake-options.ts'

/** Every notice that was shown, in its order. */
export const shownNotices: Notification[] = []

export class Notification extends EventEmitter {
  static isSupported = (): boolean => fakeOptions.hasNotices

  readonly title: string
  readonly body: string
  isOpen = false

  constructor({ title = '', body = '' }: NotificationConstructorOptions = {}) {
    super()
    assertReady('Notification')
    this.title = title
    this.body = body
  }

  show(): void {
    this.isOpen = true
    shownNotices.push(this)
    this.emit('show', {})
  }
  close(): void {
    if (!this.isOpen) return
    this.isOpen = false
    this.emit('close', {})
  }
  /** As a person does; a system takes the notice away then. */
  click(): void {
    this.emit('click', {})
    this.close()
  }
}

null as unknown as Notification satisfies Pick<RealNotification, 'show' | 'close' | 'title' | 'body'>
