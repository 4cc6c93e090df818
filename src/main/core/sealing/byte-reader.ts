/** Reads by count from what comes in pieces of any size, and holds no more of it than was asked for and one piece. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>
  #piece: Uint8Array = new Uint8Array()
  #isDone = false

  /** What is thrown for an end that comes too early. */
  readonly damaged: () => Error

  constructor(source: AsyncIterable<Uint8Array>, damaged: () => Error) {
    this.#source = source[Symbol.asyncIterator]()
    this.damaged = damaged
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#piece.byteLength === 0 && !this.#isDone) {
      const next = await this.#source.next()
      this.#isDone = next.done === true
      if (!next.done) this.#piece = next.value
    }
    return this.#piece.byteLength === 0
  }

  /** At least one byte and at most so many, as they lie; none at the end. */
  async takeSome(most: number): Promise<Uint8Array> {
    if (await this.isAtEnd()) return new Uint8Array()
    const some = this.#piece.subarray(0, most)
    this.#piece = this.#piece.subarray(some.byteLength)
    return some
  }

  /** So many bytes, or as many as there are. */
  async takeUpTo(most: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = []
    let left = most
    while (left > 0) {
      const part = await this.takeSome(left)
      if (part.byteLength === 0) break
      parts.push(part)
      left -= part.byteLength
    }
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)
  }

  /** Exactly so many, or throws `damaged()`. */
  async take(count: number): Promise<Uint8Array> {
    const bytes = await this.takeUpTo(count)
    if (bytes.byteLength < count) throw this.damaged()
    return bytes
  }

  /** Lets the source go, wherever it is. */
  async close(): Promise<void> {
    this.#isDone = true
    this.#piece = new Uint8Array()
    await this.#source.return?.()
  }
}
