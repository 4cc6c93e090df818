import { type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react'

const LONG_TITLE = 200

interface TitleFieldProps {
  title: string
  language: string
  onChange: (title: string) => void
  /** Enter, or the arrow down at the end: on to the text. */
  onDone: () => void
  ref: Ref<{ focus: () => void }>
}

/** The title grows with its words and is always one paragraph. */
export function TitleField({ title, language, onChange, onDone, ref }: TitleFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus() }), [])
  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    element.style.blockSize = 'auto'
    element.style.blockSize = `${element.scrollHeight}px`
  })

  return (
    <>
      {title.length > LONG_TITLE && (
        <output id="title-note" className="title-note tone-waits">
          This title has {title.length.toLocaleString('en-GB')} characters. It is kept as it is, but most blogs cut or
          hide a title longer than {LONG_TITLE}.
        </output>
      )}
      <textarea
        ref={field}
        className="title-field"
        aria-label="Title"
        aria-describedby={title.length > LONG_TITLE ? 'title-note' : undefined}
        placeholder="Title"
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
