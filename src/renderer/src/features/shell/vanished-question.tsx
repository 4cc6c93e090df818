import { useMutation } from '@tanstack/react-query'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { BlogId } from '../../../../shared/domain/ids.ts'
import type { Line } from '../../../../shared/domain/line.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { vanishedSentence } from './line-words.ts'

interface VanishedQuestionProps {
  blogId: BlogId
  vanished: NonNullable<Line['vanished']>
}

/** So much is missing on the blog that the desk asks first. Leaving it changes nothing; it is asked again. */
export function VanishedQuestion({ blogId, vanished }: VanishedQuestionProps) {
  const { core } = useCore()
  const confirm = useMutation(core.line.confirmVanished.mutationOptions())
  return (
    <fieldset className="state-banner tone-needs-you" aria-label={t('Posts missing on the blog')}>
      <span>
        {vanishedSentence(vanished)} {t('Look at the blog before you decide.')}
      </span>
      <Button isPending={confirm.isPending} onPress={() => confirm.mutate({ blogId })}>
        {t('They are gone')}
      </Button>
      <Button slot="close">{t('Leave them')}</Button>
      {confirm.error && <ProblemNote error={appErrorOf(confirm.error)} attempt="asking" />}
    </fieldset>
  )
}
