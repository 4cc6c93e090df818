import { Checkbox } from 'react-aria-components'
import type { BlogId } from '../../../../../shared/domain/ids.ts'
import { t } from '../../../../../shared/words/t.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useBestBits } from '../../tags/use-best-bits.ts'

interface BestBitFieldProps {
  blogId: BlogId
  tags: string[]
  onChange: (tags: string[]) => void
}

/** One of the blog's best bits: a tick that is a tag. Nothing where no tag was chosen for it (what is at the top has its own tick). */
export function BestBitField({ blogId, tags, onChange }: BestBitFieldProps) {
  const best = useBestBits(blogId)
  if (typeof best !== 'string') return null
  return (
    <Checkbox
      className="checkbox"
      isSelected={tags.includes(best)}
      onChange={(isBest) => onChange(isBest ? [...tags, best] : tags.filter((tag) => tag !== best))}
    >
      <span className="checkbox-box">
        <Icon name="check" />
      </span>
      <span>{t('One of the best bits (tag “{tag}”)', { tag: best })}</span>
    </Checkbox>
  )
}
