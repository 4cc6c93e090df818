import { useMutation } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { BlogId } from '../../../../shared/domain/ids.ts'
import type { ImportReport } from '../../../../shared/domain/interchange.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { showToast } from '../../ui/toasts.tsx'
import { isReviewFile, openReviewFiles } from '../review/travel/files-to-open.ts'
import { useGoOnFromHere } from '../../ui/use-go-on.ts'

/** What may be chosen or dropped; the core decides by what is in it. */
export const TEXT_FILES = ['.docx', '.md', '.markdown', '.txt', '.html', '.htm', '.zip']

/** Makes drafts of files, opens the last one, and says of each what came over. */
export function useImportFile(blogId: BlogId) {
  const { client, core, queryClient } = useCore()
  const goOnFromHere = useGoOnFromHere()
  const [report, setReport] = useState<{ fileName: string; report: ImportReport } | null>(null)
  const { mutateAsync: read, isPending } = useMutation(core.interchange.importFile.mutationOptions())

  const importAll = useCallback(
    async (files: readonly File[]): Promise<void> => {
      openReviewFiles(client, files.filter(isReviewFile))
      for (const file of files.filter((each) => !isReviewFile(each))) {
        const goOn = goOnFromHere()
        try {
          const bytes = new Uint8Array(await file.arrayBuffer())
          const imported = await read({ blogId, fileName: file.name, bytes })
          await queryClient.invalidateQueries({ queryKey: core.posts.list.queryKey({ blogId }) })
          goOn(`/writing/${imported.postId}`)
          if (hasNews(imported.report)) setReport({ fileName: file.name, report: imported.report })
          else showToast({ text: t('“{name}” is a draft now. Nothing was sent.', { name: file.name }) })
        } catch (error) {
          showToast({ text: errorLine(appErrorOf(error)) })
        }
      }
    },
    [blogId, client, core, goOnFromHere, queryClient, read],
  )

  const importFiles = useCallback((files: readonly File[]) => void importAll(files), [importAll])

  return {
    /** The same function for as long as the blog is. */
    importFiles,
    isReading: isPending,
    report,
    closeReport: () => setReport(null),
  }
}

/** A plain text without anything but paragraphs needs no report. */
const hasNews = ({ taken, left, comments }: ImportReport): boolean =>
  taken.length > 0 || left.length > 0 || comments.length > 0
