import createPurifier from 'dompurify'
import { useEffect, useRef } from 'react'
import { t } from '../../../../shared/words/t.ts'
import type { SiteStyle } from '../../../../shared/contract/services.ts'
import { htmlParsing } from '../../ui/html-parsing.ts'
import { previewSheets } from './preview-style.ts'
import { applyInlineStyle, SITE_ROOT, siteStyle } from './site-style.ts'

export interface PreviewedPost {
  title: string
  /** Under the title, each part by itself. */
  byline: readonly string[]
  html: string
  language: string
  direction: 'ltr' | 'rtl'
}

interface PreviewFrameProps {
  post: PreviewedPost
  /** The theme's; null for the neutral style. */
  style: Pick<SiteStyle, 'css' | 'direction'> | null
  hasRoomForNotes?: boolean
}

/** Apart from that of comments: this one lets pictures of this laptop through. */
const purifier = createPurifier(window)

/**
 * The post in a room of its own: a closed shadow root, so that no style of the site reaches the desk and none of the desk
 * reaches the post. Nothing in it runs, loads or leads anywhere.
 */
export function PreviewFrame({ post, style, hasRoomForNotes = false }: PreviewFrameProps) {
  const host = useRef<HTMLDivElement>(null)
  const room = useRef<ShadowRoot | null>(null)

  useEffect(() => {
    if (!host.current) return
    room.current ??= host.current.attachShadow({ mode: 'closed' })
    const { frame, neutral, defaults, notes } = previewSheets()
    room.current.adoptedStyleSheets =
      style === null ? [frame, neutral, ...(hasRoomForNotes ? [notes] : [])] : [frame, defaults, siteStyle(style.css)]
    room.current.replaceChildren(build(post, style))
  }, [post, style, hasRoomForNotes])

  return <div ref={host} className="preview-room" />
}

function build(
  { title, byline, html, language, direction }: PreviewedPost,
  style: PreviewFrameProps['style'],
): HTMLElement {
  const hasTheme = style !== null
  const box = element('div', hasTheme ? `${SITE_ROOT} wp-singular single single-post wp-site-blocks` : SITE_ROOT)
  box.dir = direction
  if (language !== '') box.lang = language
  const page = element(
    'article',
    hasTheme ? 'attache-site-body has-global-padding is-layout-constrained' : 'attache-page',
  )
  page.dir = box.dir
  const header = element('div', 'attache-head')
  const heading = element('h1', 'wp-block-post-title entry-title')
  heading.dir = hasTheme ? '' : 'auto'
  heading.textContent = title.trim() === '' ? t('Untitled') : title
  header.append(heading)
  if (byline.length > 0) {
    const line = element('p', 'attache-byline')
    for (const part of byline) {
      const isolated = element('bdi', '')
      isolated.textContent = part
      line.append(...(line.hasChildNodes() ? [' · '] : []), isolated)
    }
    header.append(line)
  }
  const words = element('div', 'attache-words entry-content wp-block-post-content is-layout-flow')
  words.append(clean(html))
  for (const styled of words.querySelectorAll<HTMLElement>('[data-style]')) {
    applyInlineStyle(styled, styled.dataset['style'] ?? '')
    delete styled.dataset['style']
  }
  page.append(header, words)
  box.append(page)
  return box
}

function clean(html: string): DocumentFragment {
  return purifier.sanitize(html, {
    FORBID_TAGS: [
      'style',
      'form',
      'input',
      'button',
      'textarea',
      'select',
      'svg',
      'math',
      'video',
      'audio',
      'iframe',
      'source',
      'track',
    ],
    FORBID_ATTR: [
      'style',
      'href',
      'srcset',
      'background',
      'poster',
      'action',
      'ping',
      'autofocus',
      'tabindex',
      'contenteditable',
    ],
    ADD_URI_SAFE_ATTR: [
      'dir',
      'lang',
      'start',
      'reversed',
      'colspan',
      'rowspan',
      'scope',
      'width',
      'height',
      'type',
      'id',
      'value',
    ],
    // Pictures of this laptop, by the addresses that preview-html.ts wrote.
    ALLOWED_URI_REGEXP: /^media\/[0-9a-f]{64}$/,
    RETURN_DOM_FRAGMENT: true,
    ...(htmlParsing ? { TRUSTED_TYPES_POLICY: htmlParsing } : {}),
  })
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  return made
}
