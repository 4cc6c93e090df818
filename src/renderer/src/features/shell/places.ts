import { laterPlace } from '../../ui/later.tsx'
import { PLACE_CODE } from './place-code.ts'

/** What fills the middle of the window; the list of posts is the one that comes with the window itself. */
export const ArrivalsScreen = laterPlace(PLACE_CODE.arrivals)
export const BoardingScreen = laterPlace(PLACE_CODE.boarding)
export const ConflictScreen = laterPlace(PLACE_CODE.changes)
export const ConnectScreen = laterPlace(PLACE_CODE.connect)
export const ConversationScreen = laterPlace(PLACE_CODE.conversation)
export const EditorScreen = laterPlace(PLACE_CODE.post)
export const GuidanceScreen = laterPlace(PLACE_CODE.guidance)
export const InsightScreen = laterPlace(PLACE_CODE.insight)
export const OutboxScreen = laterPlace(PLACE_CODE.outbox)
export const PicturesScreen = laterPlace(PLACE_CODE.pictures)
export const ReadingScreen = laterPlace(PLACE_CODE.reading)
export const ReviewScreen = laterPlace(PLACE_CODE.review)
export const TagsScreen = laterPlace(PLACE_CODE.tags)
export const TodayScreen = laterPlace(PLACE_CODE.today)
