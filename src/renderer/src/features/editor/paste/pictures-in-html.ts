const DATA_PICTURE = /<img\b[^>]*?\bsrc\s*=\s*(?:"(data:image\/[^"]+)"|'(data:image\/[^']+)')/gi
const BASE64 = /^data:image\/([a-z0-9.+-]+);base64,([\s\S]+)$/i

/** The addresses of pictures that a pasted text carries in itself, each once. */
export function dataPictures(html: string): string[] {
  const found = new Set<string>()
  for (const [, double, single] of html.matchAll(DATA_PICTURE)) found.add(double ?? single ?? '')
  return [...found]
}

/** The file in a data address, or null when it is none that can be read. */
export function dataPictureFile(address: string, name: string): File | null {
  const [, type, base64] = BASE64.exec(address) ?? []
  if (type === undefined || base64 === undefined) return null
  try {
    const bytes = Uint8Array.from(atob(base64.replaceAll(/\s/g, '')), (sign) => sign.charCodeAt(0))
    return new File([bytes], `${name}.${type}`, { type: `image/${type}` })
  } catch {
    return null
  }
}
