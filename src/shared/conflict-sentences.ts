const TEXT_KEPT = 'Your text is kept on this laptop.'

/** What somebody did on the blog meanwhile, told by the code of the conflict. */
export function conflictSentence(code: string): { what: string; kept: string; next: string } {
  if (code === 'set-back')
    return {
      what: 'A request that had been given up reached the blog after a later one and took this post off the site.',
      kept: TEXT_KEPT,
      next: 'Choose “Try now” to publish it again as it was, or discard this line to leave it off.',
    }
  if (code === 'comment-changed')
    return {
      what: 'The comment is another than the one you decided about: its words or its state changed on the blog.',
      kept: 'It was left as it is there.',
      next: 'Look at it and decide again.',
    }
  if (code === 'comment-gone')
    return {
      what: 'The comment is no longer on the blog.',
      kept: 'Nothing was changed there.',
      next: 'Discard this line.',
    }
  if (code === 'schedule-changed')
    return {
      what: 'Somebody gave the post another time or state on the blog, or its time has come.',
      kept: 'It was left as it is there.',
      next: 'Look at the post and choose again.',
    }
  if (code === 'review-without-post')
    return {
      what: 'The post that this review belongs to is not on the blog: it was not handed in.',
      kept: 'The review is here as it was.',
      next: 'Ask for review again, or discard this line.',
    }
  if (code === 'review-of-own-draft')
    return {
      what: 'The post is your own draft on the blog again: a review sent there would be written into the post itself.',
      kept: 'The review is here as it was; the post was left alone.',
      next: 'Ask for review again: the post is handed in with it.',
    }
  if (code === 'unsaved-in-browser')
    return {
      what: 'In the blog’s own editor you have changes to this post that you did not save. The review would take their place.',
      kept: 'They are there as you left them, and the review is here.',
      next: 'Open the post in the browser, save them or put them away, and then choose “Try now”.',
    }
  return {
    what: 'The blog holds something newer or the same already.',
    kept: 'Both texts are kept; nothing was overwritten.',
    next: 'Compare the two and send the one you want.',
  }
}
