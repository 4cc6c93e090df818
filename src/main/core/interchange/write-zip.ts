import { crc32 } from 'node:zlib'

/** Files in a zip, as they are: what goes into it is mostly pictures, which no packing makes smaller. */
export function writeZip(files: readonly { name: string; bytes: Uint8Array }[]): Uint8Array<ArrayBuffer> {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes } of files) {
    const nameBytes = Buffer.from(name, 'utf8')
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    // Bit 11: the name is UTF-8.
    common.writeUInt16LE(0x0800, 2)
    // No time: the same post gives the same file. 1980-01-01, the earliest there is.
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(bytes.byteLength, 14)
    common.writeUInt32LE(bytes.byteLength, 18)
    common.writeUInt16LE(nameBytes.byteLength, 22)
    locals.push(signature(0x04034b50), common, nameBytes, Buffer.from(bytes))
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(signature(0x02014b50), Buffer.from([20, 0]), common, rest, nameBytes)
    at += 30 + nameBytes.byteLength + bytes.byteLength
  }
  const directoryBytes = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(directoryBytes.byteLength, 8)
  end.writeUInt32LE(at, 12)
  return new Uint8Array(Buffer.concat([...locals, directoryBytes, signature(0x06054b50), end]))
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
