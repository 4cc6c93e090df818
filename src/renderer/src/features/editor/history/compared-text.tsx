import { useState } from 'react'
import { t } from '../../../../../shared/words/t.ts'
import { Button } from '../../../ui/button.tsx'
import { VersionText } from '../../conflict/version-text.tsx'
import type { Stretch } from './compare-versions.ts'

interface ComparedTextProps {
  stretches: Stretch[]
  language: string
  /** With nothing changed there is nothing to fold around. */
  startsOpen: boolean
}

/** A text of which the stretches without a change are folded. */
export function ComparedText({ stretches, language, startsOpen }: ComparedTextProps) {
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set())
  return stretches.map(({ isSame, lines }, index) =>
    isSame && !startsOpen && !unfolded.has(index) ? (
      // oxlint-disable-next-line react/no-array-index-key -- stretches have no other name, and never change places
      <div key={index} className="compare-fold">
        <Button look="link" onPress={() => setUnfolded(new Set([...unfolded, index]))}>
          {t('{count, plural, one {# line without a change} other {# lines without a change}}', {
            count: lines.length,
          })}
        </Button>
      </div>
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- as above
      <VersionText key={index} lines={lines} language={language} />
    ),
  )
}
