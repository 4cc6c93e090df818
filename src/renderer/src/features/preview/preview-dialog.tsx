import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import {
  Dialog as AriaDialog,
  Heading,
  Modal,
  ModalOverlay,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components'
import { createPortal } from 'react-dom'
import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'
import { fileNameOf } from '../../../../shared/content/interchange/file-name.ts'
import type { PostDocument } from '../../../../shared/content/document.ts'
import type { Post } from '../../../../shared/domain/post.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { dayAtBlog } from '../../../../shared/blog-day.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'
import type { PostFields } from '../editor/working-copy.ts'
import { useHandOut } from '../interchange/use-hand-out.ts'
import { bylineOf } from './byline.ts'
import { PreviewFrame, type PreviewedPost } from './preview-frame.tsx'
import { previewHtml } from './preview-html.ts'
import { useSiteStyle } from './use-site-style.ts'
import '../../ui/paper.css'
import './preview.css'

export type PreviewView = 'desktop' | 'phone' | 'paper' | 'sheet'

interface PreviewDialogProps {
  post: Post
  fields: PostFields
  readDocument: () => PostDocument
  view: PreviewView
  onView: (view: PreviewView) => void
  onClose: () => void
}

const views = (): { view: PreviewView; label: string }[] => [
  { view: 'desktop', label: t('Wide', {}, 'a preview') },
  { view: 'phone', label: t('Phone', {}, 'a preview') },
  { view: 'paper', label: t('Paper', {}, 'a preview') },
  { view: 'sheet', label: t('Paper with room for notes') },
]

/** The post over the desk, as readers get it: on the site, on a phone, on paper. Nothing is fetched for it but the theme's own styles. */
export function PreviewDialog({ post, fields, readDocument, view, onView, onClose }: PreviewDialogProps) {
  const { core } = useCore()
  const blog = useActiveBlog()
  const copies = useQuery(core.media.shownIn.queryOptions({ postId: post.id }))
  const style = useSiteStyle(blog)
  const [wantsNeutral, setWantsNeutral] = useState(false)
  const isPaper = view === 'paper' || view === 'sheet'
  const { title, language, direction } = fields
  const worn = isPaper || wantsNeutral ? null : style.kept
  const siteDirection = worn?.direction ?? null
  const isTurned = worn !== null && worn.direction !== direction

  const shown = useMemo((): PreviewedPost => {
    const mediaIds = new Map((copies.data ?? []).map(({ url, mediaId }) => [url, mediaId]))
    const html = previewHtml(readDocument(), { find: (url) => mediaIds.get(url) ?? null }, siteDirection)
    return { title, language, direction, html, byline: bylineOf(post, blog, isPaper) }
  }, [copies.data, readDocument, title, language, direction, post, blog, isPaper, siteDirection])

  return (
    <ModalOverlay className="preview-veil" isOpen onOpenChange={(open) => !open && onClose()}>
      <Modal className="preview-box">
        <AriaDialog className="preview">
          <header className="preview-head">
            <Heading slot="title">{t('Preview')}</Heading>
            <ToggleButtonGroup
              aria-label={t('Shown as')}
              className="choice-row"
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[view]}
              onSelectionChange={([chosen]) => onView(chosen as PreviewView)}
            >
              {views().map(({ view: id, label }) => (
                <ToggleButton key={id} id={id} className="button button-quiet">
                  {label}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
            {style.kept !== null && !isPaper && (
              <ToggleButton className="button button-quiet" isSelected={wantsNeutral} onChange={setWantsNeutral}>
                {t('Without the theme')}
              </ToggleButton>
            )}
            <span className="preview-note">
              {isPaper ? t('What the printer gets.') : style.sentence}
              {isTurned && ` ${turnedNote()}`}
            </span>
            {style.onFetch && !isPaper && (
              <Button look="link" onPress={style.onFetch}>
                {t('Fetch the theme now')}
              </Button>
            )}
            {isPaper && (
              <PaperActs
                pdfName={fileNameOf(
                  title,
                  'pdf',
                  dayAtBlog(new Date(post.publishedAt ?? post.editedAt), blog.timeZone),
                )}
              />
            )}
            <IconButton name={t('Close the preview')} onPress={onClose}>
              <Icon name="close" />
            </IconButton>
          </header>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that the keys scroll it */}
          <section className={`preview-stage preview-${view}`} aria-label={t('The post')} tabIndex={0}>
            <PreviewFrame post={shown} style={worn} hasRoomForNotes={view === 'sheet'} />
          </section>
          {isPaper && <Paper post={shown} hasRoomForNotes={view === 'sheet'} />}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Some sites turn each post by its language, others do not; the front page does not say which. */
const turnedNote = (): string =>
  t('The front page of the site runs the other way: whether it turns for this post, its theme decides.')

function PaperActs({ pdfName }: { pdfName: string }) {
  const { print, savePdf } = useHandOut()
  return (
    <>
      {savePdf && <Button onPress={() => savePdf(pdfName)}>{t('Save as PDF…')}</Button>}
      <Button look="primary" onPress={print}>
        {savePdf ? t('Print…') : t('Print or save as PDF…')}
      </Button>
    </>
  )
}

/** The same once more, outside of the window's frame: the only thing that a printer sees, over as many pages as it needs. */
function Paper({ post, hasRoomForNotes }: { post: PreviewedPost; hasRoomForNotes: boolean }) {
  useEffect(() => {
    // The name that a PDF is offered under.
    const before = document.title
    document.title = post.title.trim() === '' ? t('Untitled') : post.title
    return () => {
      document.title = before
    }
  }, [post.title])
  return createPortal(
    <div className="paper-only" aria-hidden="true">
      <PreviewFrame post={post} style={null} hasRoomForNotes={hasRoomForNotes} />
    </div>,
    document.body,
  )
}
