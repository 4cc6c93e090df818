import type { InterchangeService } from '../../../shared/contract/interchange-services.ts'
import type { MediaFiles } from '../media/media-files.ts'
import { exportPost } from './export-post.ts'
import { exportablePost } from './exportable-post.ts'
import { importFile, type ImportPorts } from './import-file.ts'
import { openPackedText } from './packed-text.ts'
import { refuseExport } from '../policy/refuse-by-policy.ts'
import type { PreparedFiles } from './prepared-files.ts'

/** Texts out of this program and into it, as files. */
export function createInterchangeService(
  ports: ImportPorts & { files: MediaFiles; prepared: PreparedFiles },
): InterchangeService {
  const { desk, files, posts, prepared } = ports
  return {
    async exportPost({ postId, to }) {
      refuseExport(desk, 'post')
      posts.flush(postId)
      return prepared.put(await exportPost(await exportablePost(desk, files, posts.get(postId)), to))
    },
    async importFile({ blogId, fileName, bytes }) {
      const isPacked = /\.zip$/i.test(fileName)
      const file = isPacked
        ? openPackedText(fileName, bytes)
        : { fileName, bytes, beside: new Map<string, Uint8Array>() }
      return importFile(ports, { blogId, ...file })
    },
    takeFile: (fileId) => prepared.take(fileId),
  }
}
