import { useState } from 'react'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { captionProblemSentence, notUtf8Sentence } from '../../../../shared/caption-sentences.ts'
import { isCaptionProblem, readCaptions } from '../../../../shared/content/captions/read-captions.ts'
import type { MediaFile } from '../../../../shared/domain/media.ts'
import { errorLine } from '../../../../shared/sentences.ts'

/** Takes a caption file in as WebVTT; `problem` says what is wrong with one that was refused, and where in it. */
export function useCaptionFile(): { problem: string | null; take: (file: File) => Promise<MediaFile | null> } {
  const { client } = useCore()
  const [problem, setProblem] = useState<string | null>(null)

  async function take(file: File): Promise<MediaFile | null> {
    setProblem(null)
    const text = textOf(await file.arrayBuffer())
    if (text === null) {
      setProblem(notUtf8Sentence(file.name))
      return null
    }
    const read = readCaptions(text)
    if (isCaptionProblem(read)) {
      setProblem(captionProblemSentence(file.name, read))
      return null
    }
    try {
      const fileName = `${file.name.replace(/\.[^.]*$/, '')}.vtt`
      return await client.media.addCaptions.mutate({ fileName, vtt: read.vtt })
    } catch (error) {
      setProblem(errorLine(appErrorOf(error)))
      return null
    }
  }
  return { problem, take }
}

/** UTF-8, or UTF-16 that says so; null for anything else. */
function textOf(bytes: ArrayBuffer): string | null {
  const [first, second] = new Uint8Array(bytes)
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
