import { transport } from './start.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { computerLanguages } from './api/computer-languages.ts'
import { followChanges } from './api/follow-changes.ts'
import { openCoreAccess } from './api/queries.ts'
import { App } from './app.tsx'
import { speechFor } from '../../shared/words/languages.ts'
import { speak } from '../../shared/words/speak.ts'
import { rememberedChoice } from './features/settings/use-chosen-speech.ts'
import { EditorScreen } from './features/shell/places.ts'
import { untilDrawable } from './features/shell/until-drawable.ts'
import { addFarLetters } from './ui/far-letters.ts'
import { afterStart, fetchRestWhenIdle, watchStart } from './ui/later.tsx'
import { keepOutOfSession } from './ui/keep-out-of-session.ts'
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import '@fontsource-variable/vazirmatn/wght.css'
import '@fontsource-variable/noto-naskh-arabic/wght.css'
import '@fontsource-variable/noto-nastaliq-urdu/wght.css'
import './ui/tokens.css'
import './ui/voices.css'
import './ui/base.css'
import './ui/controls.css'
import './ui/overlays.css'
import './ui/forced-colors.css'

const access = openCoreAccess(transport)
followChanges(access)

const desk = document.getElementById('desk')
if (!desk) throw new Error('index.html has no #desk')
keepOutOfSession(document.body)
const isDrawable = untilDrawable(access, location.hash.slice(1), EditorScreen.fetch)
// Also on the lock screen; once the desk is open it says what its person chose.
void (async () => {
  const [opens] = await Promise.allSettled([isDrawable, speak(speechFor(rememberedChoice(), computerLanguages()))])
  if (opens.status === 'fulfilled' && opens.value !== null) history.replaceState(null, '', `#${opens.value}`)
  createRoot(desk).render(
    <StrictMode>
      <App access={access} />
    </StrictMode>,
  )
})()
// What a person waits for comes first.
const isBusy = (): boolean => access.queryClient.isFetching() > 0
void watchStart(isBusy)
void afterStart.then(addFarLetters)
void afterStart.then(() => fetchRestWhenIdle(isBusy))
