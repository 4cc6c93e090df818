import { Worker } from 'node:worker_threads'
import type { Clock, Log } from '../ports.ts'
import type { DictionarySource } from './spelling-engine.ts'
import type { SpellingAnswer, SpellingQuestion } from './spelling-worker.ts'

/** Dictionaries in a thread of their own. null where it could not answer: a dictionary is damaged, or makes it turn in circles. */
export interface Speller {
  check(sources: DictionarySource[], words: string[]): Promise<string[] | null>
  suggest(sources: DictionarySource[], word: string): Promise<string[] | null>
  /** Lets go of everything that is loaded: the files have changed. */
  restart(): void
  close(): Promise<void>
}

const LONGEST_MS = 20_000
/** The memory of the dictionaries goes back when nobody writes. */
const IDLE_MS = 10 * 60_000

type Asked = SpellingQuestion extends infer Question
  ? Question extends SpellingQuestion
    ? Omit<Question, 'id'>
    : never
  : never

export function createSpeller({ clock, log }: { clock: Clock; log: Log }): Speller {
  const waiting = new Map<number, (words: string[] | null) => void>()
  let worker: Worker | null = null
  let lastId = 0
  let cancelIdle: (() => void) | null = null
  let isClosed = false

  function start(): Worker {
    const started = new Worker(entry())
    // It keeps no program running that has nothing else to do.
    started.unref()
    started.on('message', ({ id, words }: SpellingAnswer) => settle(id, words))
    started.on('error', (error) => {
      log.error('spelling-failed', { error: error.name })
      if (worker === started) void end()
    })
    return started
  }

  function settle(id: number, words: string[] | null): void {
    waiting.get(id)?.(words)
    waiting.delete(id)
  }

  /** What was asked and not answered is answered with null. */
  function end(): Promise<number> | null {
    cancelIdle?.()
    cancelIdle = null
    const ending = worker?.terminate() ?? null
    worker = null
    for (const id of waiting.keys()) settle(id, null)
    return ending
  }

  function ask(asked: Asked): Promise<string[] | null> {
    if (isClosed) return Promise.resolve(null)
    worker ??= start()
    lastId += 1
    const id = lastId
    const answer = Promise.withResolvers<string[] | null>()
    const cancelTimeout = clock.after(LONGEST_MS, () => {
      log.warn('spelling-took-too-long', { kind: asked.kind })
      void end()
    })
    waiting.set(id, (words) => {
      cancelTimeout()
      answer.resolve(words)
    })
    cancelIdle?.()
    cancelIdle = clock.after(IDLE_MS, () => void end())
    worker.postMessage({ ...asked, id } satisfies SpellingQuestion)
    return answer.promise
  }

  return {
    check: (sources, words) => ask({ kind: 'check', sources, words }),
    suggest: (sources, word) => ask({ kind: 'suggest', sources, word }),
    restart: () => void end(),
    async close() {
      isClosed = true
      await end()
    },
  }
}

/** From source this file runs as it is; built, it is part of the core's entry, and the worker lies beside that. */
function entry(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? './spelling-worker.ts' : './spelling-worker.js', import.meta.url)
}
