import { useMutation, useQuery } from '@tanstack/react-query'
import type { TagUse } from '../../../../shared/tags/tag-use.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { Choice } from '../../ui/choice.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'

/** No tag has this name: a name is never empty. */
const NONE = ''

/** Which tag marks the best bits of this blog. Only here: on the blog it is a tag as any other. */
export function BestBitsField({ uses }: { uses: readonly TagUse[] }) {
  const { core } = useCore()
  const blog = useActiveBlog()
  const settings = useQuery(core.settings.get.queryOptions())
  const setSettings = useMutation(
    core.settings.set.mutationOptions({ onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }) }),
  )
  if (!settings.data) return null
  const { bestBits } = settings.data
  const chosen = bestBits[blog.id] ?? NONE
  const names = uses.map(({ name }) => name)
  return (
    <Choice
      label={t('Tag of the best bits')}
      hint={t(
        'Posts with it have a star in the list and a filter of their own, and a post is given it by one tick beside its text. On the blog it is a tag like any other.',
      )}
      value={chosen}
      options={[
        { id: NONE, label: t('None', {}, 'no tag') },
        ...(chosen === NONE || names.includes(chosen) ? names : [chosen, ...names]).map((name) => ({
          id: name,
          label: name,
        })),
      ]}
      onChange={(tag) => {
        const { [blog.id]: _before, ...others } = bestBits
        setSettings.mutate({ bestBits: tag === NONE ? others : { ...others, [blog.id]: tag } })
      }}
    />
  )
}
