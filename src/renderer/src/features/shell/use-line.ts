import { useQuery } from '@tanstack/react-query'
import { useCore } from '../../api/queries.ts'
import type { BlogId } from '../../../../shared/domain/ids.ts'
import type { Line } from '../../../../shared/domain/line.ts'

/** The line to one blog; undefined until the core has said something about it. */
export function useLine(blogId: BlogId): Line | undefined {
  const { core } = useCore()
  const lines = useQuery(core.line.list.queryOptions())
  return lines.data?.find((line) => line.blogId === blogId)
}
