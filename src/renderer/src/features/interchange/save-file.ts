import type { PreparedFile } from '../../../../shared/domain/interchange.ts'

/** Hands a file of the core to the host, which asks where it goes or puts it with the downloads. */
export function saveFile({ fileId, fileName }: PreparedFile): void {
  const link = document.createElement('a')
  link.href = `file/${fileId}`
  link.download = fileName
  link.click()
}
