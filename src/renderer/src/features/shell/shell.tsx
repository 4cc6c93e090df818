import { useEffect, useState } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import type { Settings } from '../../../../shared/contract/settings-input.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import { Drawer } from '../../ui/dialog.tsx'
import { laterDialog, laterPart, useIsNextAtStart } from '../../ui/later.tsx'
import { useMediaQuery, VERY_NARROW } from '../../ui/use-media-query.ts'
import { ActiveBlogContext } from '../blogs/active-blog.ts'
import { useNotices } from '../comments/use-notices.ts'
import { closeShortcuts, useAreShortcutsOpen } from '../commands/shortcuts-open.ts'
import { WritingScreen } from '../posts/writing-screen.tsx'
import { useNewestFirst } from '../posts/use-listed-posts.ts'
import { OpenLastPost } from '../posts/open-last-post.tsx'
import { SearchDialog } from '../search/search-dialog.tsx'
import { closeSettings, useOpenedSettings } from '../settings/settings-open.ts'
import { useNetworkCost } from '../settings/use-network-cost.ts'
import { useFocusMode } from '../editor/focus-mode.ts'
import { Rail } from './rail.tsx'
import {
  ArrivalsScreen,
  BoardingScreen,
  ConflictScreen,
  ConnectScreen,
  ConversationScreen,
  GuidanceScreen,
  InsightScreen,
  OutboxScreen,
  PicturesScreen,
  ReadingScreen,
  ReviewScreen,
  TodayScreen,
} from './places.ts'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { useDeskCommands } from './use-desk-commands.ts'
import './shell.css'

const Notices = laterPart(async () => (await import('./notices.tsx')).Notices)
const SettingsDialog = laterDialog(async () => (await import('../settings/settings-dialog.tsx')).SettingsDialog)
const ShortcutsSheet = laterDialog(async () => (await import('../commands/shortcuts-sheet.tsx')).ShortcutsSheet)

interface ShellProps {
  blogs: Blog[]
  active: Blog
  settings: Settings
}

/** The frame that never moves: where on the left, what is saved and how the line is at the top, a sentence below. */
export function Shell({ blogs, active, settings }: ShellProps) {
  const isVeryNarrow = useMediaQuery(VERY_NARROW)
  const [isRailOpen, setIsRailOpen] = useState(false)
  useNewestFirst(active.id)
  useDeskCommands(active)
  const isFocused = useFocusMode()
  const isFrameDrawn = useIsNextAtStart()
  const openedSettings = useOpenedSettings()
  // Another language, or the lock, begins with the desk alone.
  useEffect(() => closeOverlays, [])

  return (
    <ActiveBlogContext value={active}>
      <div className={isFocused ? 'shell shell-focused' : 'shell'}>
        {isFrameDrawn ? (
          <TopBar blog={active} onMenu={isVeryNarrow ? () => setIsRailOpen(true) : null} />
        ) : (
          <div className="top-bar" />
        )}
        {isVeryNarrow ? (
          <Drawer
            side="start"
            title={t('Places', {}, 'of the desk')}
            isOpen={isRailOpen}
            onClose={() => setIsRailOpen(false)}
          >
            <Rail blogs={blogs} active={active} onGone={() => setIsRailOpen(false)} />
          </Drawer>
        ) : isFrameDrawn ? (
          <Rail blogs={blogs} active={active} />
        ) : (
          <div className="rail" />
        )}
        <main className="place" tabIndex={-1}>
          <Notices blogs={blogs} active={active} settings={settings} />
          <Switch>
            <Route path="/">
              <OpenLastPost />
            </Route>
            <Route path="/today">
              <TodayScreen />
            </Route>
            <Route path="/writing">
              <WritingScreen postId={null} />
            </Route>
            <Route path="/writing/tags">
              <WritingScreen postId={null} shows="tags" />
            </Route>
            <Route path="/writing/:postId">{({ postId }) => <WritingScreen postId={postId} />}</Route>
            <Route path="/writing/:postId/changes">
              {({ postId }) => <ConflictScreen key={postId} postId={postId} />}
            </Route>
            <Route path="/conversation">
              <ConversationScreen key={active.id} postId={null} />
            </Route>
            <Route path="/conversation/:postId">
              {({ postId }) => <ConversationScreen key={active.id} postId={postId} />}
            </Route>
            <Route path="/review/:reviewId?">{({ reviewId }) => <ReviewScreen reviewId={reviewId ?? null} />}</Route>
            <Route path="/outbox">
              <OutboxScreen />
            </Route>
            <Route path="/pictures">
              <PicturesScreen key={active.id} />
            </Route>
            <Route path="/reading/:itemId?">{({ itemId }) => <ReadingScreen itemId={itemId ?? null} />}</Route>
            <Route path="/insight">
              <InsightScreen key={active.id} />
            </Route>
            <Route path="/guidance/:articleId?">
              {({ articleId }) => <GuidanceScreen articleId={articleId ?? null} />}
            </Route>
            <Route path="/arrivals">
              <ArrivalsScreen />
            </Route>
            <Route path="/boarding">
              <BoardingScreen />
            </Route>
            <Route path="/connect">
              <ConnectScreen
                backTo="/writing"
                startAddress={active.isSignedIn || active.kind === 'practice' ? '' : active.url}
                offersPractice={!blogs.some((blog) => blog.kind === 'practice' && blog.isSignedIn)}
              />
            </Route>
            <Route>
              <Redirect to="/writing" replace />
            </Route>
          </Switch>
        </main>
        {isFrameDrawn ? <StatusBar blog={active} /> : <div className="status-bar" />}
        <ShortcutsSheet isOpen={useAreShortcutsOpen()} onClose={closeShortcuts} />
        {isFrameDrawn && <Unseen />}
        <SearchDialog blogs={blogs} active={active} />
        <SettingsDialog
          settings={settings}
          section={openedSettings?.section ?? null}
          isOpen={openedSettings !== null}
          onClose={closeSettings}
        />
      </div>
    </ActiveBlogContext>
  )
}

/** What the window does beside what is seen of it; none of it stands before what was opened. */
function Unseen() {
  useNetworkCost()
  useNotices()
  return null
}

function closeOverlays(): void {
  closeSettings()
  closeShortcuts()
}
