import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import type { BlogId } from '../../../../shared/domain/ids.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { useGoToBlog } from '../blogs/use-go-to-blog.ts'

interface TodayLineProps {
  /** null: it is not of one blog. */
  blogId: BlogId | null
  path: string
  state?: object
  className?: string
  children: ReactNode
}

/** One thing on the start screen, and the way to it; a thing of another blog brings that blog into the window. */
export function TodayLine({ blogId, path, state, className = 'post-row', children }: TodayLineProps) {
  const active = useActiveBlog()
  const goToBlog = useGoToBlog()
  return (
    <Link
      href={path}
      state={state}
      className={className}
      onClick={(event) => {
        if (blogId === null || blogId === active.id) return
        event.preventDefault()
        void goToBlog(blogId, path, state)
      }}
    >
      {children}
    </Link>
  )
}

interface TitleProps {
  title: string
  language: string
}

/** A title in its writer's letters. */
export function TodayTitle({ title, language }: TitleProps) {
  return (
    <span className="post-row-title writers-voice" dir="auto" lang={language || undefined}>
      {title.trim() === '' ? t('Untitled') : title.slice(0, 300)}
    </span>
  )
}
