import { numberWords } from './words/number-words.ts'
import { t } from './words/t.ts'
import type { CaptionProblem } from './content/captions/read-captions.ts'

/** What is wrong with a caption file, and where, in words of somebody who has to repair it. */
export function captionProblemSentence(fileName: string, { fault, line }: CaptionProblem): string {
  const where = { file: fileName, line: numberWords(line, { useGrouping: false }) }
  switch (fault) {
    case 'not-captions':
      return t('“{file}” holds no captions. Captions are files that end in .vtt or .srt.', { file: fileName })
    case 'empty':
      return t('“{file}” has no caption in it.', { file: fileName })
    case 'no-times':
      return t(
        '“{file}”, line {line}: a caption without its times. They stand above its words, as in 00:01:02.000 --> 00:01:04.500.',
        where,
      )
    case 'bad-times':
      return t(
        '“{file}”, line {line}: these times cannot be read. They look like 00:01:02.000 --> 00:01:04.500.',
        where,
      )
    case 'ends-before-it-starts':
      return t('“{file}”, line {line}: this caption ends before it begins.', where)
    case 'arrow-in-text':
      return t('“{file}”, line {line}: new times inside a caption. An empty line is missing above them.', where)
  }
}

/** Old programs write captions in the alphabet of one country; which one a file does not say. */
export const notUtf8Sentence = (fileName: string): string =>
  t('The letters of “{file}” cannot be told for certain. Save it with the encoding UTF-8 and choose it again.', {
    file: fileName,
  })
