/** What a sealed file gives, chunk by chunk. */
export interface ChunkedContent {
  sizeBytes: number
  /** Of each chunk but the last. */
  chunkBytes: number
  chunkAt(number: number): Promise<Uint8Array>
}

/**
 * A blob that opens each chunk when it is read and holds one at a time: what the network takes from a sealed film. Reading rejects
 * with what `chunkAt` rejects with.
 */
export class SealedBlob extends Blob {
  readonly #content: ChunkedContent
  readonly #from: number
  readonly #to: number
  override readonly size: number

  constructor(content: ChunkedContent, from = 0, to = content.sizeBytes) {
    super([])
    this.#content = content
    this.#from = from
    this.#to = Math.max(from, to)
    this.size = this.#to - from
  }

  override slice(start = 0, end = this.size): Blob {
    const at = (offset: number): number =>
      this.#from + Math.min(this.size, offset < 0 ? Math.max(0, this.size + offset) : offset)
    return new SealedBlob(this.#content, at(start), at(end))
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    const parts = this.#parts()
    return new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        async pull(controller) {
          const next = await parts.next()
          if (next.done) controller.close()
          else controller.enqueue(new Uint8Array(next.value))
        },
      },
      { highWaterMark: 0 },
    )
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return (await this.bytes()).buffer
  }

  override async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    const parts: Uint8Array[] = []
    for await (const part of this.#parts()) parts.push(part)
    return new Uint8Array(Buffer.concat(parts))
  }

  override async text(): Promise<string> {
    return new TextDecoder().decode(await this.bytes())
  }

  async *#parts(): AsyncGenerator<Uint8Array> {
    const { chunkBytes } = this.#content
    for (let at = this.#from; at < this.#to;) {
      const number = Math.floor(at / chunkBytes)
      const start = number * chunkBytes
      const part = (await this.#content.chunkAt(number)).subarray(at - start, this.#to - start)
      yield part
      at += part.byteLength
    }
  }
}
