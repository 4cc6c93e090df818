import { laterPlace } from '../../ui/later.tsx'

/** What fills the middle of the window; the list of posts is the one that comes with the window itself. */
export const ArrivalsScreen = laterPlace(async () => (await import('../boarding/arrivals-screen.tsx')).ArrivalsScreen)
export const BoardingScreen = laterPlace(async () => (await import('../boarding/boarding-screen.tsx')).BoardingScreen)
export const ConflictScreen = laterPlace(async () => (await import('../conflict/conflict-screen.tsx')).ConflictScreen)
export const ConnectScreen = laterPlace(async () => (await import('../blogs/connect-screen.tsx')).ConnectScreen)
export const ConversationScreen = laterPlace(
  async () => (await import('../comments/conversation-screen.tsx')).ConversationScreen,
)
export const EditorScreen = laterPlace(async () => (await import('../editor/editor-screen.tsx')).EditorScreen)
export const GuidanceScreen = laterPlace(async () => (await import('../guidance/guidance-screen.tsx')).GuidanceScreen)
export const InsightScreen = laterPlace(async () => (await import('../insight/insight-screen.tsx')).InsightScreen)
export const OutboxScreen = laterPlace(async () => (await import('../outbox/outbox-screen.tsx')).OutboxScreen)
export const PicturesScreen = laterPlace(async () => (await import('../pictures/pictures-screen.tsx')).PicturesScreen)
export const ReadingScreen = laterPlace(async () => (await import('../reading/reading-screen.tsx')).ReadingScreen)
export const ReviewScreen = laterPlace(async () => (await import('../review/review-screen.tsx')).ReviewScreen)
export const TagsScreen = laterPlace(async () => (await import('../tags/tags-screen.tsx')).TagsScreen)
export const TodayScreen = laterPlace(async () => (await import('../today/today-screen.tsx')).TodayScreen)

/**
 * Asks for the code of what stands at `path` while the desk itself still opens. At `/` that is most often the post that was open
 * last.
 */
export function fetchPlaceAt(path: string): void {
  const [, place = '', id] = path.split('/')
  const isPost = place === '' || (place === 'writing' && id !== undefined && id !== 'tags')
  void (isPost ? EditorScreen : PLACES[place])?.fetch()
}

const PLACES: Readonly<Record<string, { fetch: () => Promise<void> }>> = {
  today: TodayScreen,
  conversation: ConversationScreen,
  review: ReviewScreen,
  outbox: OutboxScreen,
  pictures: PicturesScreen,
  reading: ReadingScreen,
  insight: InsightScreen,
  guidance: GuidanceScreen,
  arrivals: ArrivalsScreen,
  boarding: BoardingScreen,
  connect: ConnectScreen,
}
