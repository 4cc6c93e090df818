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
  return {
    what: 'The blog holds something newer or the same already.',
    kept: 'Both texts are kept; nothing was overwritten.',
    next: 'Compare the two and send the one you want.',
  }
}
