import { useMutation } from '@tanstack/react-query'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { Picture } from '../../../../shared/domain/media.ts'
import { removedSentence } from '../../../../shared/picture-sentences.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { showToast } from '../../ui/toasts.tsx'

/** Stores each file on this laptop, one after the other, and says what was refused and what will not be sent. */
export function useAddFiles(): (files: File[], onAdded?: (picture: Picture) => void) => Promise<void> {
  const { core } = useCore()
  const add = useMutation(core.media.add.mutationOptions())

  return async (files, onAdded) => {
    const said = new Set<string>()
    for (const file of files) {
      try {
        const bytes = new Uint8Array(await file.arrayBuffer())
        const picture = await add.mutateAsync({ fileName: file.name || 'picture', bytes })
        onAdded?.(picture)
        const removed = picture.isNew ? removedSentence(picture.removed) : null
        // Of twenty photographs at once it is said once.
        if (removed !== null && !said.has(removed)) showToast({ text: removed })
        if (removed !== null) said.add(removed)
        else if (!picture.isNew && onAdded === undefined)
          showToast({
            text: t('“{name}” is here already, as “{known}”.', { name: file.name, known: picture.fileName }),
          })
      } catch (error) {
        showToast({ text: errorLine(appErrorOf(error)) })
      }
    }
  }
}
