import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { t } from '../../../../../shared/words/t.ts'
import { languageDirection } from '../../../../../shared/content/language-direction.ts'
import { IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { languageName, OFFERED_LANGUAGES } from '../details/languages.ts'

const AS_THE_POST = 'as-the-post'

/** The language of the selected words where it is another than the post's: for voices, hyphens, fonts and spelling. */
export function LanguageMenu({ editor }: { editor: Editor }) {
  return (
    <MenuTrigger>
      <IconButton name={languageOfTheWords()}>
        <Icon name="language" />
      </IconButton>
      <Popover className="popover">
        <LanguageList editor={editor} />
      </Popover>
    </MenuTrigger>
  )
}

export const languageOfTheWords = (): string => t('Language of the words')

export function LanguageList({ editor }: { editor: Editor }) {
  const current = useEditorState({
    editor,
    selector: () => String(editor.getAttributes('language')['lang'] ?? AS_THE_POST),
  })
  const isOffered = OFFERED_LANGUAGES.some((tag) => tag === current)
  const languages = current === AS_THE_POST || isOffered ? OFFERED_LANGUAGES : [current, ...OFFERED_LANGUAGES]
  return (
    <Menu
      className="menu"
      aria-label={languageOfTheWords()}
      selectionMode="single"
      selectedKeys={[current]}
      onAction={(key) => setPassageLanguage(editor, String(key))}
    >
      <MenuItem id={AS_THE_POST} className="menu-item">
        {t('As the rest of the post')}
      </MenuItem>
      {languages.map((tag) => (
        <MenuItem key={tag} id={tag} textValue={languageName(tag)} className="menu-item">
          {languageName(tag)} <span className="field-hint">{tag}</span>
        </MenuItem>
      ))}
    </Menu>
  )
}

/** Of the selection, or of the passage around the caret that already has one. */
function setPassageLanguage(editor: Editor, choice: string): void {
  const chain = editor.chain().focus()
  if (editor.state.selection.empty) chain.extendMarkRange('language')
  chain.unsetMark('language')
  if (choice !== AS_THE_POST) {
    chain.setMark('language', { lang: choice, dir: languageDirection(choice), tag: 'span' })
  }
  chain.run()
}
