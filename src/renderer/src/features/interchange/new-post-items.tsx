import { Header, Menu, MenuItem, MenuSection, Text } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { commandName } from '../../../../shared/commands/command-names.ts'
import type { TemplateId } from '../../../../shared/content/templates/template.ts'
import { findTemplate, templates } from '../../../../shared/content/templates/templates.ts'
import '../posts/templates.css'

interface NewPostItemsProps {
  canEditPages: boolean | undefined
  onPage: () => void
  onTemplate: (template: TemplateId) => void
  onImport: () => void
}

/** What stands in the menu beside New post, each template with one line of what it is for. */
export function NewPostItems({ canEditPages, onPage, onTemplate, onImport }: NewPostItemsProps) {
  function begin(key: string): void {
    const template = findTemplate(key)
    if (template) onTemplate(template.id)
    else if (key === 'page') onPage()
    else onImport()
  }
  return (
    <Menu className="menu new-post-menu" aria-label={t('More ways to begin')} onAction={(key) => begin(String(key))}>
      {canEditPages && (
        <MenuItem id="page" className="menu-item">
          {commandName('new-page')}
        </MenuItem>
      )}
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
      <MenuItem id="import" className="menu-item">
        {t('Import a Word, Markdown or HTML file…')}
      </MenuItem>
    </Menu>
  )
}
