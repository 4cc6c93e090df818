import { useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import type { Line } from '../../../../shared/domain/line.ts'
import { laterDialog, laterPart } from '../../ui/later.tsx'
import { lineWords } from './line-words.ts'

const LineSheet = laterPart(async () => (await import('./line-sheet.tsx')).LineSheet)
const SignOutDialog = laterDialog(async () => (await import('../blogs/sign-out-dialog.tsx')).SignOutDialog)
const DoctorDialog = laterDialog(async () => (await import('../doctor/doctor-dialog.tsx')).DoctorDialog)

/** The state of the line, always in the same place; a press shows more and what can be done about it. */
export function LineMark({ blog, line }: { blog: Blog; line: Line | undefined }) {
  const [isSigningOut, setIsSigningOut] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  const words = lineWords(line, blog)
  return (
    <>
      <DialogTrigger>
        <AriaButton className={`line-mark tone-${words.tone}`} aria-label={t('Line: {mark}', { mark: words.mark })}>
          <span className="dot" />
          {words.mark}
        </AriaButton>
        <Popover className="popover" placement="bottom end">
          <Dialog className="dialog">
            <Heading slot="title" className="line-heading">
              <bdi>{blog.name}</bdi>
            </Heading>
            <LineSheet
              blog={blog}
              line={line}
              onSignOut={() => setIsSigningOut(true)}
              onFindOut={() => setIsAsking(true)}
            />
          </Dialog>
        </Popover>
      </DialogTrigger>
      <SignOutDialog blog={blog} isOpen={isSigningOut} onClose={() => setIsSigningOut(false)} />
      <DoctorDialog question={{ blogId: blog.id }} isOpen={isAsking} onClose={() => setIsAsking(false)} />
    </>
  )
}
