import { useMutation, useQuery } from '@tanstack/react-query'
import type { TagUse } from '../../../../shared/tags/tag-use.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { Choice } from '../../ui/choice.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'

/** No tag has these names: one is never empty, and WordPress trims it. */
const NONE = ''
const TOP = ' '

/** What the best bits of this blog are: a tag, which is one as any other there, or what the blog keeps at its top. */
export function BestBitsField({ uses }: { uses: readonly TagUse[] }) {
  const { core } = useCore()
  const blog = useActiveBlog()
  const settings = useQuery(core.settings.get.queryOptions())
  const setSettings = useMutation(
    core.settings.set.mutationOptions({ onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }) }),
  )
  if (!settings.data) return null
  const { bestBits } = settings.data
  const best = bestBits[blog.id] ?? NONE
  const chosen = typeof best === 'string' ? best : TOP
  const names = uses.map(({ name }) => name)
  return (
    <Choice
      label={t('Best bits of this blog')}
      hint={t(
        'They have a star in the list and a filter of their own. A post becomes one by a tick beside its text: it is given the tag, which is one like any other on the blog, or is kept at the top, where readers meet it first.',
      )}
      value={chosen}
      options={[
        { id: NONE, label: t('None', {}, 'no tag') },
        { id: TOP, label: t('What is at the top of the blog') },
        ...(chosen === NONE || chosen === TOP || names.includes(chosen) ? names : [chosen, ...names]).map((name) => ({
          id: name,
          label: name,
        })),
      ]}
      onChange={(id) => {
        const { [blog.id]: _before, ...others } = bestBits
        const now = id === NONE ? {} : { [blog.id]: id === TOP ? { by: 'top' as const } : id }
        setSettings.mutate({ bestBits: { ...others, ...now } })
      }}
    />
  )
}
