import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Link, useLocation } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { BlogId } from '../../../../shared/domain/ids.ts'
import type { Post } from '../../../../shared/domain/post.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { laterDialog } from '../../ui/later.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { ThreadButton } from '../editor/thread/thread-button.tsx'
import { ThreadPlace } from '../editor/thread/thread-place.tsx'
import { usePostThread } from '../editor/thread/use-post-thread.ts'
import { PostFileMenu } from '../interchange/post-file-menu.tsx'
import { bylineOf } from '../preview/byline.ts'
import type { PreviewView } from '../preview/preview-dialog.tsx'
import { PreviewFrame } from '../preview/preview-frame.tsx'
import { previewHtml } from '../preview/preview-html.ts'
import './archives.css'

const PreviewDialog = laterDialog(async () => (await import('../preview/preview-dialog.tsx')).PreviewDialog)

/** A post of an archive, or one that the account may not change: read, printed and saved; the former also copied to a blog of one's own. */
export function PostToRead({ post, onShowList }: { post: Post; onShowList: (() => void) | null }) {
  const blog = useActiveBlog()
  const [view, setView] = useState<PreviewView | null>(null)
  const shown = useMemo(() => {
    const html = previewHtml(post.document, { find: () => null }, null)
    const { title, language, direction } = post
    return { title, language, direction, html, byline: bylineOf(post, blog, true) }
  }, [post, blog])
  const text = useRef<HTMLElement>(null)
  const thread = usePostThread(post.id, () => text.current?.focus())
  return (
    <div className="editor">
      <section className="paper" aria-label={t('Post', {}, 'the open text')}>
        <div className="editor-head">
          {onShowList && (
            <Button look="quiet" onPress={onShowList}>
              {t('Posts')}
            </Button>
          )}
          <output className="preview-note archived-note">
            {blog.kind === 'archive'
              ? t('An archive: to be read, not changed.')
              : t('Published: to be read here. Only an editor of the blog may change it.')}
          </output>
          <div className="editor-acts">
            <ThreadButton thread={thread} />
            {blog.kind === 'archive' && post.commentCount > 0 && (
              <Link href={`/conversation/${post.id}`} className="button button-quiet">
                {t('{count, plural, one {# comment} other {# comments}}', { count: post.commentCount })}
              </Link>
            )}
            <PostFileMenu
              postId={post.id}
              onBefore={() => Promise.resolve()}
              onPreview={() => setView('desktop')}
              onPrint={() => setView('paper')}
            />
            {blog.kind === 'archive' && <CopyButton post={post} />}
          </div>
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that the keys scroll it */}
        <section ref={text} className="archived-post" aria-label={t('The post')} tabIndex={0}>
          <PreviewFrame post={shown} style={null} />
        </section>
        {view !== null && (
          <PreviewDialog
            post={post}
            fields={post}
            readDocument={() => post.document}
            view={view}
            onView={setView}
            onClose={() => setView(null)}
          />
        )}
      </section>
      <ThreadPlace postId={post.id} thread={thread} />
    </div>
  )
}

function CopyButton({ post }: { post: Post }) {
  const { core } = useCore()
  const [, navigate] = useLocation()
  const blogs = useQuery(core.blogs.list.queryOptions()).data?.filter(({ kind }) => kind !== 'archive') ?? []
  const setSettings = useMutation(core.settings.set.mutationOptions())
  const copy = useMutation(
    core.archives.copyPost.mutationOptions({
      onSuccess: (draft) => {
        setSettings.mutate({ activeBlogId: draft.blogId })
        navigate(`/writing/${draft.id}`)
        showToast({ text: t('This is a draft of your blog now. Nothing was sent; the archive is as it was.') })
      },
      onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }),
    }),
  )
  const [only, ...others] = blogs
  if (!only) return null
  const copyTo = (blogId: BlogId): void => copy.mutate({ postId: post.id, blogId })
  if (others.length === 0)
    return (
      <Button look="primary" isPending={copy.isPending} onPress={() => copyTo(only.id)}>
        {t('Copy to {name} as a draft', { name: only.name })}
      </Button>
    )
  return (
    <MenuTrigger>
      <Button look="primary" isPending={copy.isPending}>
        {t('Copy to a blog as a draft…')}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={t('Copy to', {}, 'one of the blogs')}
          onAction={(key) => copyTo(key as BlogId)}
        >
          {blogs.map(({ id, name }) => (
            <MenuItem key={id} id={id} className="menu-item" textValue={name}>
              <bdi>{name}</bdi>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
