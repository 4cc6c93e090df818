import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { BlockNode, PostDocument } from '../../src/shared/content/document.ts'
import { createManualClock } from '../fakes/manual-clock.ts'
import { growthOf, median, spreadOf, timed, timedAsync, type Bench, type Measure } from './measure.ts'
import { findPeer } from './peers.ts'
import { onSealedDesk } from './sealed-desk.ts'

const PARAGRAPH_LETTERS = 400
const SENTENCE = 'Three provinces, two boats and one very patient interpreter took us down the Mekong in four days. '

/**
 * One letter more, handed over as a window hands it, saved until it is on the disk; against writing the same text behind a file and waiting for
 * the disk. Working copy, history and list come after the save: what that takes is measured beside it, and so is the save of a text that comes whole.
 */
export const benchAutosave: Bench = {
  about: 'a durable save with its history ÷ append and fsync of the same text',
  options: { kilobytes: [6, 60, 500], saves: 60 },
  quick: { kilobytes: [6, 12], saves: 2 },
  async run(options) {
    const measures: Measure[] = []
    for (const kilobytes of options.numbers('kilobytes')) measures.push(await saves(kilobytes, options.number('saves')))
    const points = measures.map(({ figures }, index) => ({
      size: options.numbers('kilobytes')[index] ?? Number.NaN,
      cost: figures['save_p50_ms'] ?? Number.NaN,
    }))
    return [...measures, ...growthOf({ id: 'S1, growth', of: 'a save', unit: 'KB', cost: 'save_p50_ms' }, points)]
  },
}

/** As it is published; it keeps versions of its own, and does not wait for the disk. */
type PouchDb = new (folder: string) => {
  put(doc: { _id: string; _rev?: string; text: string }): Promise<{ rev: string }>
}

async function saves(kilobytes: number, count: number): Promise<Measure> {
  const clock = createManualClock()
  const PouchDB = await findPeer<PouchDb>('pouchdb-node')
  return onSealedDesk({ posts: 0, clock }, async ({ desk, blogId, folder }) => {
    const post = await desk.mutate('posts', 'create', { blogId })
    const file = openSync(join(folder, 'appended'), 'a')
    const ours: number[] = []
    const wholes: number[] = []
    const settlings: number[] = []
    const floors: number[] = []
    const pouches: number[] = []
    const pouch = PouchDB && new PouchDB(join(folder, 'pouch'))
    let rev: string | undefined
    const { title, excerpt, language, direction, categoryIds, tags } = post
    const fields = { postId: post.id, title, excerpt, language, direction, categoryIds, tags, caret: null }
    const save = (): number => timed(() => clock.advance(AFTER_LAST_KEY_MS)).ms
    const settle = (): number => timed(() => clock.advance(AFTER_SETTLING_MS)).ms
    let sequence = 0
    for (let turn = 1; turn <= count + WARM_UP; turn += 1) {
      const document = documentOf(kilobytes * 1000, turn)
      const { content } = document
      const text = JSON.stringify(document)
      const floor = timed(() => {
        writeSync(file, text)
        fsyncSync(file)
      }).ms
      const { typed, index } = typedIn(content, turn)
      await desk.mutate('posts', 'edit', { ...fields, sequence: (sequence += 1), document })
      const whole = save()
      const settling = settle()
      const change = { over: sequence, from: index, removed: 1, blocks: [typed], total: content.length }
      await desk.mutate('posts', 'edit', { ...fields, sequence: (sequence += 1), change })
      const saved = save()
      settle()
      const pouchMs = await timedAsync(async () => {
        rev = (await pouch?.put({ _id: 'post', ...(rev === undefined ? {} : { _rev: rev }), text }))?.rev
      })
      if (turn <= WARM_UP) continue
      pouches.push(pouchMs)
      floors.push(floor)
      ours.push(saved)
      wholes.push(whole)
      settlings.push(settling)
    }
    closeSync(file)
    return {
      id: `S1, ${kilobytes} KB`,
      work: `save of ${kilobytes} KB with history ÷ append + fsync`,
      ratio: median(ours) / median(floors),
      goal: 1.5,
      figures: {
        ...spreadOf('save', ours),
        ...spreadOf('floor', floors),
        whole_text_p50_ms: median(wholes),
        settled_p50_ms: median(settlings),
      },
      ...(pouch && { peers: { 'PouchDB, unsynced': median(pouches) / median(floors) } }),
    }
  })
}

const WARM_UP = 5
const AFTER_LAST_KEY_MS = 300
const AFTER_SETTLING_MS = 5_000

/** Of about so many bytes as it is stored; `letters` of them were typed in the middle. */
function documentOf(sizeBytes: number, letters: number): PostDocument {
  const count = Math.max(1, Math.round(sizeBytes / (PARAGRAPH_LETTERS + 90)))
  const content = Array.from({ length: count }, () => paragraph(PARAGRAPH))
  return { type: 'doc', content: content.with(middleOf(content), paragraph(`${'n'.repeat(letters)} ${PARAGRAPH}`)) }
}

/** The paragraph in the middle with one letter more. */
function typedIn(content: BlockNode[], letters: number): { typed: BlockNode; index: number } {
  return { typed: paragraph(`${'n'.repeat(letters)}e ${PARAGRAPH}`), index: middleOf(content) }
}

const PARAGRAPH = SENTENCE.repeat(Math.ceil(PARAGRAPH_LETTERS / SENTENCE.length)).slice(0, PARAGRAPH_LETTERS)
const middleOf = (content: BlockNode[]): number => Math.floor(content.length / 2)
const paragraph = (text: string): BlockNode => ({
  type: 'paragraph',
  attrs: { dir: null, source: null },
  content: [{ type: 'text', text }],
})
