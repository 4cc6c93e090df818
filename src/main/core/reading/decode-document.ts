/**
 * The text of a document by its byte-order mark, by what the server says, by its own first line, else UTF-8. What cannot be read
 * in it becomes replacement characters: broken letters never cost the rest.
 */
export function decodeDocument(bytes: Uint8Array, contentType: string): string {
  const charset =
    markOf(bytes) ??
    /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1] ??
    /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)/i.exec(asLatin(bytes))?.[1] ??
    'utf-8'
  return decoderOf(charset).decode(bytes)
}

function markOf([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return null
}

const asLatin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes.subarray(0, 300))

function decoderOf(charset: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset)
  } catch {
    return new TextDecoder()
  }
}
