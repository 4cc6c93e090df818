/**
 * One way to make a browser run a script, ask a foreign server, leave the page or mistake what it shows. Scripts call `pwn()`;
 * where the html has the words to be kept, a reader must still see them.
 */
export interface Payload {
  /** The family it belongs to, after OWASP's evasion sheet and DOMPurify's tests. */
  class: string
  html: string
}

export const ofClass = (name: string, ...htmls: string[]): Payload[] => htmls.map((html) => ({ class: name, html }))

/** Each of these with each of those. */
export const crossed = <A, B>(these: readonly A[], those: readonly B[], join: (one: A, other: B) => string): string[] =>
  these.flatMap((one) => those.map((other) => join(one, other)))

export const KEPT_WORDS = 'kept words'
