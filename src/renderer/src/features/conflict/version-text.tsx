import type { ReactNode } from 'react'
import { addressWords } from '../../ui/address-words.ts'
import type { ComparedLine, ComparedRun } from './compare-lines.ts'

interface VersionTextProps {
  lines: readonly ComparedLine[]
  /** BCP 47, '' when not chosen. */
  language: string
}

/** A text in the writer's voice. What differs from before is underlined or struck, and said to those who do not see it. */
export function VersionText({ lines, language }: VersionTextProps) {
  return (
    <div className="version-text writers-voice" lang={language || undefined}>
      {lines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines of a text have no other name, and never change places
        <p key={index} dir={line.dir ?? 'auto'} className={`line-${line.look}`} data-depth={Math.min(line.depth, 4)}>
          {line.runs.length === 0 ? <br /> : line.runs.map((run, at) => <Run key={at} run={run} />)}
        </p>
      ))}
    </div>
  )
}

function Run({ run }: { run: ComparedRun }) {
  const words = withMarks(run)
  switch (run.fate) {
    case 'kept':
      return words
    case 'added':
      return (
        <ins>
          <Said>[new: </Said>
          {words}
          <Said>]</Said>
        </ins>
      )
    case 'removed':
      return (
        <del>
          <Said>[gone: </Said>
          {words}
          <Said>]</Said>
        </del>
      )
  }
}

const Said = ({ children }: { children: string }) => <span className="visually-hidden">{children}</span>

function withMarks({ text, marks }: ComparedRun): ReactNode {
  return marks.reduceRight<ReactNode>((inner, mark) => {
    switch (mark.type) {
      case 'bold':
        return <strong>{inner}</strong>
      case 'italic':
        return <em>{inner}</em>
      case 'code':
        return <code>{inner}</code>
      case 'strike':
        return <s>{inner}</s>
      case 'superscript':
        return <sup>{inner}</sup>
      case 'subscript':
        return <sub>{inner}</sub>
      case 'language':
        return (
          <span lang={mark.attrs.lang} dir={mark.attrs.dir ?? undefined}>
            {inner}
          </span>
        )
      case 'kept':
        return inner
      case 'link':
        return (
          <>
            {inner}
            <bdi className="line-address"> ({addressWords(mark.attrs.href)})</bdi>
          </>
        )
    }
  }, text)
}
