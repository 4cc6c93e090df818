import type { OnBlog, PairedPost } from '../../../../shared/domain/pair.ts'
import { t } from '../../../../shared/words/t.ts'
import { languageName } from '../editor/details/languages.ts'

/** What the blog makes of a post and those tied to it, in one sentence. */
export function onBlogWords(onBlog: OnBlog, language: string): string {
  switch (onBlog.state) {
    case 'closed':
      return t('On the blog each stands by itself: the site lets no program link posts in two languages.')
    case 'no-language':
      return t('On the blog each stands by itself: one of the two is in no language that the site has.')
    case 'alone':
      return t('They are linked on the blog when the second one goes out.')
    case 'linked':
      return t('They are linked on the blog.')
    case 'other':
      return t(
        'They are not linked on the blog: one of them has no language there, or another one, or another post beside it.',
      )
    case 'waits':
      return onBlog.posts.map((post) => linkWords(post, language)).join(' ')
  }
}

/** Before the post goes: with which other, and as what. */
const linkWords = ({ title }: PairedPost, language: string): string =>
  t('With the next sending it is linked with “{title}” on the blog, as its version in this language: {language}.', {
    title: title.trim() === '' ? t('Untitled') : title,
    language: languageName(language),
  })
