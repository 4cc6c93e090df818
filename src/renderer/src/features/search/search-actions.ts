import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { commandName, placeName } from '../../../../shared/commands/command-names.ts'
import { factsOf, type CommandId, type CommandPlace } from '../../../../shared/commands/commands.ts'
import type { Shortcut } from '../../../../shared/commands/shortcut.ts'
import type { Settings } from '../../../../shared/contract/settings-input.ts'
import { templates } from '../../../../shared/content/templates/templates.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { languageFacts, offeredLanguages } from '../../../../shared/words/languages.ts'
import { showToast } from '../../ui/toasts.tsx'
import { beginsAs, isCalled } from '../commands/is-called.ts'
import { runCommand, useAvailableCommands } from '../commands/registered-commands.ts'
import { usePostFromTemplate } from '../posts/use-post-from-template.ts'

export interface SearchAction {
  id: string
  label: string
  /** Under which heading it stands. */
  heading: string
  shortcut: Shortcut | null
  /** Shown only to who asks for it by name. */
  isRare: boolean
  run: () => void
}

/** What is done by keys alone, or is where somebody is already. */
const NOT_LISTED: ReadonlySet<CommandId> = new Set([
  'search',
  'next-part',
  'previous-part',
  'next-finding',
  'previous-finding',
  'previous-misspelling',
])

/** What can be done with the thing in front of one comes first. */
const PLACES: readonly CommandPlace[] = ['post', 'desk', 'go']

/** What can be done now, by its name: the commands of the desk and of the place, and a few choices that have no key. */
export function useSearchActions(blogs: Blog[], active: Blog): SearchAction[] {
  const { core } = useCore()
  const [, navigate] = useLocation()
  const onError = (error: unknown): void => showToast({ text: errorLine(appErrorOf(error)) })
  const set = useMutation(core.settings.set.mutationOptions({ onError }))
  const fromTemplate = usePostFromTemplate(active.id)
  const available = useAvailableCommands()

  const commands = available
    .filter((id) => !NOT_LISTED.has(id))
    .toSorted((one, other) => PLACES.indexOf(factsOf(one).place) - PLACES.indexOf(factsOf(other).place))
    .map((id): SearchAction => ({
      id,
      label: commandName(id),
      heading: placeName(factsOf(id).place),
      shortcut: factsOf(id).shortcut ?? null,
      isRare: false,
      run: () => void runCommand(id),
    }))
  const plain = { shortcut: null, isRare: false }
  const rare = { shortcut: null, isRare: true }
  return [
    ...commands,
    ...blogs
      .filter(({ id }) => id !== active.id)
      .map(({ id, name }): SearchAction => ({
        ...plain,
        id: `blog ${id}`,
        label: t('Go to {name}', { name }),
        heading: t('Blogs'),
        run: () => {
          set.mutate({ activeBlogId: id })
          navigate('/writing')
        },
      })),
    ...(active.kind === 'archive' ? [] : templates).map(({ id, name }): SearchAction => ({
      ...rare,
      id: `template ${id}`,
      label: t('New post: {template}', { template: name }),
      heading: t('Begin with a template'),
      run: () => fromTemplate.mutate({ blogId: active.id, template: id }),
    })),
    ...offeredLanguages.map((language): SearchAction => ({
      ...rare,
      id: `language ${language}`,
      label: t('Language: {name}', { name: languageFacts[language].ownName }),
      heading: t('Settings'),
      run: () => set.mutate({ language }),
    })),
    ...themes().map(({ theme, label }): SearchAction => ({
      ...rare,
      id: `theme ${theme}`,
      label,
      heading: t('Settings'),
      run: () => set.mutate({ theme }),
    })),
  ]
}

const themes = (): { theme: Settings['theme']; label: string }[] => [
  { theme: 'light', label: t('Theme: light') },
  { theme: 'dark', label: t('Theme: dark') },
  { theme: 'system', label: t('Theme: as the system') },
]

/**
 * Those in whose name every typed word begins a word; `called` whose name begins with just what was typed. With nothing typed
 * those that are not rare.
 */
export function actionsCalled(
  actions: readonly SearchAction[],
  text: string,
): { called: SearchAction[]; others: SearchAction[] } {
  if (text.trim() === '') return { called: [], others: actions.filter(({ isRare }) => !isRare) }
  const found = actions.filter(({ label }) => isCalled(label, text))
  return {
    called: found.filter(({ label }) => beginsAs(label, text)),
    others: found.filter(({ label }) => !beginsAs(label, text)),
  }
}
