import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import type { RemoteTermId } from '../../../../../shared/domain/ids.ts'
import { t } from '../../../../../shared/words/t.ts'
import { Icon } from '../../../ui/icon.tsx'

interface CategoriesFieldProps {
  categories: readonly { remoteId: RemoteTermId; name: string }[]
  chosen: RemoteTermId[]
  onChange: (chosen: RemoteTermId[]) => void
}

/** The blog's own categories; new ones are made on the blog. */
export function CategoriesField({ categories, chosen, onChange }: CategoriesFieldProps) {
  if (categories.length === 0) return null
  return (
    <CheckboxGroup
      className="field"
      value={chosen.map(String)}
      onChange={(values) =>
        onChange(categories.map((category) => category.remoteId).filter((id) => values.includes(String(id))))
      }
    >
      <Label className="field-label">{t('Categories')}</Label>
      <div className="categories">
        {categories.map((category) => (
          <Checkbox key={category.remoteId} value={String(category.remoteId)} className="checkbox">
            <span className="checkbox-box">
              <Icon name="check" />
            </span>
            <bdi>{category.name}</bdi>
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  )
}
