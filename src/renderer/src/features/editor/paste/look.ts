/** What holds for the text at one place of the pasted tree. */
export interface Look {
  isBold: boolean
  isItalic: boolean
  isStruck: boolean
  isCode: boolean
  shift: 'super' | 'sub' | null
  href: string | null
  lang: string
  dir: string
  /** Headings and header cells are bold by themselves. */
  ignoresBold: boolean
}
