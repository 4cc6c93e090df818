const MEGABYTE = 1024 * 1024

/** What a review file may ask of the laptop that opens it. Each is counted before or while it is spent, never after. */
export interface ReviewFileLimits {
  fileBytes: number
  posts: number
  pictures: number
  manifestBytes: number
  /** Of one post: both texts and all that was said, unpacked. */
  documentBytes: number
  /** Of all posts together. */
  textBytes: number
  pictureBytes: number
  /** How much larger than packed something may become, once it is larger than a megabyte. */
  ratio: number
  /** Of JSON: how deep, and how many values. */
  depth: number
  nodes: number
}

export const REVIEW_FILE_LIMITS: ReviewFileLimits = {
  fileBytes: 1024 * MEGABYTE,
  posts: 100,
  pictures: 1000,
  manifestBytes: MEGABYTE,
  documentBytes: 32 * MEGABYTE,
  textBytes: 64 * MEGABYTE,
  // As much as the desk takes of one picture.
  pictureBytes: 60 * MEGABYTE,
  ratio: 100,
  depth: 256,
  nodes: 2_000_000,
}
