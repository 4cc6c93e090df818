import { useQuery } from '@tanstack/react-query'
import type { BlogId } from '../../../../shared/domain/ids.ts'
import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'

/** What the blog is for, beside what is written for it. Nothing where nobody said. */
export function BlogPurpose({ blogId }: { blogId: BlogId }) {
  const { core } = useCore()
  const purpose = useQuery(
    core.settings.get.queryOptions(undefined, { select: ({ purposes }) => purposes[blogId] }),
  ).data
  if (!purpose) return null
  return (
    <section className="field" aria-label={t('What this blog is for')}>
      <h2 className="field-label">{t('What this blog is for')}</h2>
      <p dir="auto">{purpose}</p>
    </section>
  )
}
