import { useState } from 'react'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { MediaFile } from '../../../../shared/domain/media.ts'
import type { AppErrorData } from '../../../../shared/errors.ts'

/** What the window holds of a file at one time. */
const PART_BYTES = 4 * 1024 * 1024

export type AddingMedia =
  | { step: 'idle' }
  | { step: 'taking'; fileName: string; sizeBytes: number; takenBytes: number }
  | { step: 'taken'; file: MediaFile }
  | { step: 'failed'; error: AppErrorData }

/** Brings a file of any size to this laptop's own store, part by part. */
export function useAddMedia(): { adding: AddingMedia; take: (file: File) => Promise<void>; reset: () => void } {
  const { client } = useCore()
  const [adding, setAdding] = useState<AddingMedia>({ step: 'idle' })

  async function take(file: File): Promise<void> {
    const told = (takenBytes: number): void =>
      setAdding({ step: 'taking', fileName: file.name, sizeBytes: file.size, takenBytes })
    try {
      told(0)
      const { addId } = await client.media.startFile.mutate({ fileName: file.name || 'file' })
      for (let at = 0; at < file.size; at += PART_BYTES) {
        const bytes = new Uint8Array(await file.slice(at, at + PART_BYTES).arrayBuffer())
        await client.media.addPart.mutate({ addId, at, bytes })
        told(at + bytes.byteLength)
      }
      setAdding({ step: 'taken', file: await client.media.finishFile.mutate({ addId }) })
    } catch (error) {
      setAdding({ step: 'failed', error: appErrorOf(error) })
    }
  }
  return { adding, take, reset: () => setAdding({ step: 'idle' }) }
}
