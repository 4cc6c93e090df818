import { crc32, deflateRawSync } from 'node:zlib'

const NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** The smallest Word file there is, packed as Word packs it. `body` is the XML inside `<w:body>`. */
export function wordFile({
  body,
  comments = '',
  doctype = '',
}: {
  body: string
  comments?: string
  doctype?: string
}): Uint8Array<ArrayBuffer> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${HEAD}${doctype}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
  }
  if (comments !== '') parts['word/comments.xml'] = `${HEAD}<w:comments ${NAMESPACES}>${comments}</w:comments>`
  return packed(parts)
}

function packed(parts: Record<string, string>): Uint8Array<ArrayBuffer> {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(parts)) {
    const bytes = Buffer.from(text, 'utf8')
    const small = deflateRawSync(bytes)
    const nameBytes = Buffer.from(name, 'utf8')
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(small.byteLength, 14)
    common.writeUInt32LE(bytes.byteLength, 18)
    common.writeUInt16LE(nameBytes.byteLength, 22)
    locals.push(Buffer.from('PK\u0003\u0004', 'latin1'), common, nameBytes, small)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, rest, nameBytes)
    at += 30 + nameBytes.byteLength + small.byteLength
  }
  const directoryBytes = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length / 4, 4)
  end.writeUInt16LE(directory.length / 4, 6)
  end.writeUInt32LE(directoryBytes.byteLength, 8)
  end.writeUInt32LE(at, 12)
  return new Uint8Array(Buffer.concat([...locals, directoryBytes, Buffer.from('PK\u0005\u0006', 'latin1'), end]))
}
