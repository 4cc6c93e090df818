/** The real time, for tests against something that runs on it. */
export { systemClock as wallClock } from '../../src/main/host/system-clock.ts'
