import { useState } from 'react'
import type { DoctorQuestion } from '../../../../shared/contract/doctor-services.ts'
import type { AppErrorData } from '../../../../shared/errors.ts'
import { t } from '../../../../shared/words/t.ts'
import { Button } from '../../ui/button.tsx'
import { laterDialog } from '../../ui/later.tsx'

const DoctorDialog = laterDialog(async () => (await import('./doctor-dialog.tsx')).DoctorDialog)

/** Beside a failure of the line: the way to the site doctor. */
export function FindOutWhy({ question }: { question: DoctorQuestion }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button look="link" onPress={() => setIsOpen(true)}>
        {t('Find out why…')}
      </Button>
      <DoctorDialog question={question} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  )
}

const OF_THE_LINE = new Set<AppErrorData['kind']>([
  'offline',
  'insecure-line',
  'timeout',
  'answer-lost',
  'unauthorized',
  'forbidden',
  'rate-limited',
  'unavailable',
  'not-the-blog',
  'too-large',
])

/** Whether the site, or something on the way to it, may be the cause. */
export const isOfTheLine = ({ kind }: AppErrorData): boolean => OF_THE_LINE.has(kind)
