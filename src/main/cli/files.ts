import { createReadStream, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { htmlToMarkup } from '../../shared/content/interchange/html-to-markup.ts'
import { markdownToHtml } from '../../shared/content/interchange/markdown-to-html.ts'
import type { BlogId } from '../../shared/domain/ids.ts'
import type { ExportForm, ImportedPost } from '../../shared/domain/interchange.ts'
import { writeZip } from '../core/interchange/write-zip.ts'
import { CliError } from './cli-error.ts'
import type { CommandDesk } from './command-desk.ts'

const FORMS: Record<string, ExportForm> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  docx: 'word',
  word: 'word',
}

/** Writes the post beside where one stands, or where `out` says. Returns the path. */
export async function exportToFile(desk: CommandDesk, postId: string, to: string, out?: string): Promise<string> {
  const form = FORMS[to]
  if (form === undefined) throw new CliError('export POST --to md|html|docx')
  const { fileId, fileName } = await desk.mutate('interchange', 'exportPost', { postId, to: form })
  const { bytes } = await desk.query('interchange', 'takeFile', { fileId })
  const path = resolve(out ?? fileName)
  writeFileSync(path, bytes as unknown as Uint8Array)
  return path
}

/** A draft out of a file, with the pictures that its text names and that lie beside it. */
export function importFromFile(desk: CommandDesk, blogId: BlogId, path: string): Promise<ImportedPost> {
  const bytes = readFileAt(path)
  const besides = /\.(?:md|markdown|html?)$/i.test(path) ? picturesBeside(path, bytes) : []
  const fileName = basename(path)
  if (besides.length === 0) return desk.mutate('interchange', 'importFile', { blogId, fileName, bytes })
  const packed = writeZip([{ name: fileName, bytes }, ...besides])
  return desk.mutate('interchange', 'importFile', { blogId, fileName: `${fileName}.zip`, bytes: packed })
}

function picturesBeside(path: string, bytes: Uint8Array): { name: string; bytes: Uint8Array }[] {
  const text = Buffer.from(bytes).toString('utf8')
  const html = /\.html?$/i.test(path) ? text : markdownToHtml(text).html
  const folder = dirname(resolve(path))
  return htmlToMarkup(html, () => 'note').images.flatMap(({ address }) => {
    if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(address)) return []
    const file = resolve(folder, decodeURIComponent(address))
    // Only from there: a text from somebody else does not reach into the rest of the disk.
    if (!file.startsWith(`${folder}/`) && !file.startsWith(`${folder}\\`)) return []
    try {
      return [{ name: address, bytes: readFileAt(file) }]
    } catch {
      return []
    }
  })
}

/** Throws a sentence where it cannot be read. */
export function readFileAt(path: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(path))
  } catch {
    throw new CliError(`${path} cannot be read.`)
  }
}

const PART_BYTES = 1024 * 1024

/** Opens an export of a whole blog as an archive, read from the disk part by part. */
export async function openArchive(desk: CommandDesk, path: string) {
  const sizeBytes = sizeOf(path)
  const { archiveId } = await desk.mutate('archives', 'begin', { fileName: basename(path), sizeBytes })
  for await (const part of createReadStream(path, { highWaterMark: PART_BYTES }) as AsyncIterable<Buffer>)
    await desk.mutate('archives', 'feed', { archiveId, bytes: new Uint8Array(part) })
  return desk.mutate('archives', 'finish', { archiveId })
}

export async function exportBlogToFile(desk: CommandDesk, blogId: BlogId, to?: string): Promise<string> {
  const { fileId, fileName } = await desk.mutate('archives', 'exportBlog', { blogId })
  const { bytes } = await desk.query('interchange', 'takeFile', { fileId })
  const path = resolve(to ?? fileName)
  writeFileSync(path, bytes as unknown as Uint8Array)
  return path
}

function sizeOf(path: string): number {
  const facts = statSync(path, { throwIfNoEntry: false })
  if (!facts?.isFile()) throw new CliError(`${path} cannot be read.`)
  return facts.size
}
