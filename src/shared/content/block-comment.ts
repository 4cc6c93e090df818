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
