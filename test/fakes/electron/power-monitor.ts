import type { PowerMonitor } from 'electron'
import { EventEmitter } from 'node:events'

/** Says what a test has it say. */
export const powerMonitor = new EventEmitter() as EventEmitter & Pick<PowerMonitor, 'on'>
