import { t } from './words/t.ts'

const textKept = (): string => t('Your text is kept on this laptop.')

/** What somebody did on the blog meanwhile, told by the code of the conflict. */
export function conflictSentence(code: string): { what: string; kept: string; next: string } {
  if (code === 'set-back')
    return {
      what: t('A request that had been given up reached the blog after a later one and took this post off the site.'),
      kept: textKept(),
      next: t('Choose “Try now” to publish it again as it was, or discard this line to leave it off.'),
    }
  if (code === 'translation-of-translation')
    return {
      what: t(
        'One of the two posts is tied to another post already: a translation is of one source, and not of a translation.',
      ),
      kept: t('Both posts are as they were.'),
      next: t('Open the source of both, and begin there.'),
    }
  if (code === 'comment-changed')
    return {
      what: t('The comment is another than the one you decided about: its words or its state changed on the blog.'),
      kept: t('It was left as it is there.'),
      next: t('Look at it and decide again.'),
    }
  if (code === 'comment-gone')
    return {
      what: t('The comment is no longer on the blog.'),
      kept: t('Nothing was changed there.'),
      next: t('Discard this line.'),
    }
  if (code === 'schedule-changed')
    return {
      what: t('Somebody gave the post another time or state on the blog, or its time has come.'),
      kept: t('It was left as it is there.'),
      next: t('Look at the post and choose again.'),
    }
  if (code === 'review-without-post')
    return {
      what: t('The post that this review belongs to is not on the blog: it was not handed in.'),
      kept: t('The review is here as it was.'),
      next: t('Ask for review again, or discard this line.'),
    }
  if (code === 'review-of-own-draft')
    return {
      what: t(
        'The post is your own draft on the blog again: a review sent there would be written into the post itself.',
      ),
      kept: t('The review is here as it was; the post was left alone.'),
      next: t('Ask for review again: the post is handed in with it.'),
    }
  if (code === 'unsaved-in-browser')
    return {
      what: t(
        'In the blog’s own editor you have changes to this post that you did not save. The review would take their place.',
      ),
      kept: t('They are there as you left them, and the review is here.'),
      next: t('Open the post in the browser, save them or put them away, and then choose “Try now”.'),
    }
  return {
    what: t('The blog holds something newer or the same already.'),
    kept: t('Both texts are kept; nothing was overwritten.'),
    next: t('Compare the two and send the one you want.'),
  }
}
