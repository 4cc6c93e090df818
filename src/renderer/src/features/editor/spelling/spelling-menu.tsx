import { Header, Menu, MenuItem, MenuSection, Popover, Separator, SubmenuTrigger } from 'react-aria-components'
import { t } from '../../../../../shared/words/t.ts'
import { CommandKeys } from '../../../ui/keys.tsx'
import { Rich } from '../../../ui/rich.tsx'
import { languageName, OFFERED_LANGUAGES } from '../details/languages.ts'
import { IgnoredWordsDialog } from './ignored-words-dialog.tsx'
import type { OpenMenu, Spelling } from './use-spelling.ts'

/** What may be meant, and what else can be done about a word that no dictionary knows. Opens at the word, and gives the text its caret back. */
export function SpellingMenu({ spelling }: { spelling: Spelling }) {
  const { menu } = spelling
  return (
    <>
      {menu && <OpenSpellingMenu key={menu.from} spelling={spelling} menu={menu} />}
      <IgnoredWordsDialog spelling={spelling} />
    </>
  )
}

function OpenSpellingMenu({ spelling, menu }: { spelling: Spelling; menu: OpenMenu }) {
  const { word, suggestions, anchor } = menu
  return (
    <Popover
      className="popover spelling-menu"
      triggerRef={{ current: anchor }}
      placement="bottom start"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) spelling.close()
      }}
    >
      <Menu
        className="menu"
        aria-label={t('Spelling of {word}', { word: word.word })}
        autoFocus="first"
        onClose={spelling.close}
      >
        <MenuSection>
          <Header className="spelling-word">
            <Rich
              message="<word>{word}</word> is in no {language} dictionary here."
              values={{ word: word.word, language: languageName(word.language) }}
              parts={{ word: <bdi /> }}
            />
            {suggestions.length === 0 && ` ${t('Nothing in it is near.')}`}
          </Header>
          {suggestions.map((text) => (
            <MenuItem
              key={text}
              id={`put ${text}`}
              textValue={text}
              className="menu-item spelling-suggestion"
              onAction={() => spelling.put(text)}
            >
              <bdi lang={word.language}>{text}</bdi>
            </MenuItem>
          ))}
        </MenuSection>
        {suggestions.length > 0 && <Separator className="menu-separator" />}
        <MenuSection aria-label={t('Other than that')}>
          <MenuItem id="add" className="menu-item" onAction={() => spelling.addName('everywhere')}>
            {t('Add to my names')}
          </MenuItem>
          <MenuItem id="add-here" className="menu-item" onAction={() => spelling.addName('on-this-blog')}>
            {t('Add to my names, for this blog only')}
          </MenuItem>
          <MenuItem id="ignore" className="menu-item" onAction={spelling.ignore}>
            {t('Ignore here')}
          </MenuItem>
          {menu.in === 'text' && (
            <SubmenuTrigger>
              <MenuItem id="language" className="menu-item">
                {menu.isOfSelection ? t('The language of these words is…') : t('The language of this word is…')}
              </MenuItem>
              <Popover className="popover">
                <Menu
                  className="menu"
                  aria-label={menu.isOfSelection ? t('The language of these words') : t('The language of this word')}
                  onAction={(tag) => spelling.setLanguage(String(tag))}
                  onClose={spelling.close}
                >
                  {OFFERED_LANGUAGES.filter((tag) => tag !== word.language).map((tag) => (
                    <MenuItem key={tag} id={tag} textValue={languageName(tag)} className="menu-item">
                      {languageName(tag)} <span className="field-hint">{tag}</span>
                    </MenuItem>
                  ))}
                </Menu>
              </Popover>
            </SubmenuTrigger>
          )}
        </MenuSection>
        <Separator className="menu-separator" />
        <MenuItem id="ignored" className="menu-item" onAction={spelling.showIgnored}>
          {t('Words ignored in this post…')}
        </MenuItem>
        <MenuItem id="next" className="menu-item" onAction={() => spelling.step(1)}>
          {t('Next misspelling')} <CommandKeys id="next-misspelling" />
        </MenuItem>
      </Menu>
    </Popover>
  )
}
