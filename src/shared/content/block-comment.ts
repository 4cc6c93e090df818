import { findBlockDelimiters } from './block-delimiter.ts'

/**
 * Wraps a block's HTML in its comments, as WordPress writes them: core blocks without their namespace, attributes as JSON in
 * which nothing can end the comment. `attributes` with the value undefined are left out. `html` null: a block of its comment alone.
 */
export function blockMarkup(name: string, attributes: Record<string, unknown>, html: string | null): string {
  const shortName = name.replace(/^core\//, '')
  const json = attributesJson(attributes)
  const head = `<!-- wp:${shortName}${json === '{}' ? '' : ` ${json}`}`
  return html === null ? `${head} /-->` : `${head} -->\n${html}\n<!-- /wp:${shortName} -->`
}

/** The same block with the attributes of its comment in the order they had before; those it did not have come last. */
export function inOrderOf(before: Readonly<Record<string, unknown>>, block: string): string {
  const opener = findBlockDelimiters(block).next().value
  if (!opener?.attributes || opener.start !== 0) return block
  const places = Object.keys(before)
  const placeOf = (name: string): number => (places.includes(name) ? places.indexOf(name) : places.length)
  const names = Object.keys(opener.attributes).toSorted((one, other) => placeOf(one) - placeOf(other))
  const ordered = Object.fromEntries(names.map((name) => [name, opener.attributes?.[name]]))
  const [head = ''] = /^<!-- wp:\S+ /.exec(block) ?? []
  const isVoid = opener.kind === 'void'
  const json = names.length === 0 ? '' : `${attributesJson(ordered)} `
  return `${head}${json}${isVoid ? '/' : ''}-->${block.slice(opener.end)}`
}

const ESCAPES: Record<string, string> = {
  '\\\\': '\\u005c',
  '--': '\\u002d\\u002d',
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\\"': '\\u0022',
}

/** A backslash of the text comes as a pair, which is passed over so that its second half never joins a quote sign. */
const attributesJson = (attributes: Record<string, unknown>): string =>
  JSON.stringify(attributes).replace(/\\\\|\\"|--|[<>&]/g, (sign) => ESCAPES[sign] ?? sign)
