import type { Settings } from '../../../../shared/contract/settings-input.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import { OverdueNotice } from '../backups/overdue-notice.tsx'
import { RecoveryNotice } from '../backups/recovery-notice.tsx'
import { RevocationsNotice } from '../blogs/revocations-notice.tsx'
import { ArrivalStrip } from '../boarding/arrival-strip.tsx'
import { HandoverNotices } from '../handover/handover-notices.tsx'
import { EscrowUsedNotice } from '../lock/escrow-used-notice.tsx'
import { OpenedByCodeNotice } from '../lock/opened-by-code-notice.tsx'

interface NoticesProps {
  blogs: Blog[]
  active: Blog
  settings: Settings
}

/** Over every place: what happened to the desk while nobody looked, until it is read. Most of the time there is none. */
export function Notices({ blogs, active, settings }: NoticesProps) {
  return (
    <>
      <RecoveryNotice />
      <HandoverNotices />
      <RevocationsNotice />
      <OverdueNotice />
      <EscrowUsedNotice />
      <OpenedByCodeNotice settings={settings} />
      <ArrivalStrip blogs={blogs} active={active} />
    </>
  )
}
