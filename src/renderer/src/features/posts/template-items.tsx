import { Header, MenuItem, MenuSection, Text } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { templates } from '../../../../shared/content/templates/templates.ts'
import './templates.css'

/** The templates in a menu, each with one line of what it is for. Its key is the template's id. */
export function TemplateItems() {
  return (
    <MenuSection className="menu-section">
      <Header className="menu-heading">{t('Begin with a template')}</Header>
      {templates.map(({ id, name, purpose }) => (
        <MenuItem key={id} id={id} textValue={name} className="menu-item template-item">
          <Text slot="label">{name}</Text>
          <Text slot="description" className="field-hint">
            {purpose}
          </Text>
        </MenuItem>
      ))}
    </MenuSection>
  )
}
