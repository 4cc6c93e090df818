import { t } from '../../../../shared/words/t.ts'

import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react'

const LONG_TITLE = 200

interface TitleFieldProps {
  title: string
  language: string
  onChange: (title: string) => void
  /** Enter, or the arrow down at the end: on to the text. */
  onDone: () => void
  ref: Ref<{ focus: () => void }>
}

function fit(field: HTMLTextAreaElement): void {
  field.style.blockSize = 'auto'
  field.style.blockSize = `${field.scrollHeight}px`
}

/** The title grows with its words and is always one paragraph. */
export function TitleField({ title, language, onChange, onDone, ref }: TitleFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus() }), [])
  useLayoutEffect(() => {
    if (field.current) fit(field.current)
  })
  useEffect(() => {
    const element = field.current
    if (!element) return
    let widthPx = element.clientWidth
    // A narrower window breaks the title into more lines.
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === widthPx) return
      widthPx = element.clientWidth
      fit(element)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  return (
    <>
      {title.length > LONG_TITLE && (
        <output id="title-note" className="title-note tone-waits">
          {t(
            'This title has {count, plural, one {# character} other {# characters}}. It is kept as it is, but most blogs cut or hide a title longer than {longest, number}.',
            { count: title.length, longest: LONG_TITLE },
          )}
        </output>
      )}
      <textarea
        ref={field}
        className="title-field"
        aria-label={t('Title')}
        aria-describedby={title.length > LONG_TITLE ? 'title-note' : undefined}
        placeholder={t('Title')}
        rows={1}
        dir={title === '' ? undefined : 'auto'}
        lang={language || undefined}
        value={title}
        onChange={(event) => onChange(event.target.value.replaceAll(/[\r\n]+/g, ' '))}
        onKeyDown={(event) => {
          const isAtEnd = event.currentTarget.selectionStart === title.length
          if (event.nativeEvent.isComposing || !(event.key === 'Enter' || (event.key === 'ArrowDown' && isAtEnd)))
            return
          event.preventDefault()
          onDone()
        }}
      />
    </>
  )
}
