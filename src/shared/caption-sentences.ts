import type { CaptionProblem } from './content/captions/read-captions.ts'

/** What is wrong with a caption file, and where, in words of somebody who has to repair it. */
export function captionProblemSentence(fileName: string, { fault, line }: CaptionProblem): string {
  const where = `“${fileName}”, line ${line}:`
  switch (fault) {
    case 'not-captions':
      return `“${fileName}” holds no captions. Captions are files that end in .vtt or .srt.`
    case 'empty':
      return `“${fileName}” has no caption in it.`
    case 'no-times':
      return `${where} a caption without its times. They stand above its words, as in 00:01:02.000 --> 00:01:04.500.`
    case 'bad-times':
      return `${where} these times cannot be read. They look like 00:01:02.000 --> 00:01:04.500.`
    case 'ends-before-it-starts':
      return `${where} this caption ends before it begins.`
    case 'arrow-in-text':
      return `${where} new times inside a caption. An empty line is missing above them.`
  }
}

/** Old programs write captions in the alphabet of one country; which one a file does not say. */
export const notUtf8Sentence = (fileName: string): string =>
  `The letters of “${fileName}” cannot be told for certain. Save it with the encoding UTF-8 and choose it again.`
