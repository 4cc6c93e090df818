/** What a sealed file may ask of the laptop that opens it. Each is counted before or while it is spent, never after. */
export interface SealedFileLimits {
  fileBytes: number
  documents: number
  files: number
  manifestBytes: number
  /** Of one document, unpacked. */
  documentBytes: number
  /** Of all documents together. */
  textBytes: number
  oneFileBytes: number
  /** How much larger than packed something may become, once it is larger than a megabyte. */
  ratio: number
  /** Of JSON: how deep, and how many values. */
  depth: number
  nodes: number
}
