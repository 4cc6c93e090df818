import type { FileFault, NotAllowedReason } from './errors.ts'

/** Why something cannot be done at this moment, and what would make it possible. */
export function notAllowedNow(why: NotAllowedReason): { what: string; kept: string; next: string } {
  const kept = 'Nothing was changed.'
  switch (why) {
    case 'a-post-shows-it':
      return { what: 'A post that waits shows this picture.', kept, next: 'Take the post back first.' }
    case 'an-archive':
      return {
        what: 'This is an archive: it is read and searched, and nothing in it changes or leaves.',
        kept,
        next: 'Copy the post to a blog as a draft and work there.',
      }
    case 'blog-not-allowed':
      return {
        what: 'Your organisation allows this desk certain blogs only, and this is none of them.',
        kept: 'Nothing was sent. Everything you wrote is on this laptop.',
        next: 'Settings say which blogs are allowed. Ask your IT if this one is missing.',
      }
    case 'export-not-allowed':
      return {
        what: 'Your organisation does not allow this to be saved as a file.',
        kept: 'Nothing was written.',
        next: 'Ask your IT if you need it.',
      }
    case 'quiet-date':
      return {
        what: 'Your organisation keeps this time quiet: nothing that readers would see goes out in it.',
        kept: 'Nothing was sent. Everything you wrote is on this laptop.',
        next: 'Choose a time after it; the outbox says how long it lasts.',
      }
    case 'a-post-uses-it':
      return { what: 'A post uses this picture.', kept, next: 'Take it out of the post first.' }
    case 'approval-not-asked-for':
      return {
        what: 'A blog answered that was not asked from here, or too late.',
        kept,
        next: 'Begin connecting the blog again.',
      }
    case 'being-sent':
      return {
        what: 'It is on its way to the blog and may have arrived.',
        kept,
        next: 'Wait until the outbox says how it ended.',
      }
    case 'builds-on-another':
      return {
        what: 'What you asked for one after the other goes in that order.',
        kept,
        next: 'Move the earlier one, or take it back.',
      }
    case 'changed-on-both':
      return {
        what: 'The post was changed here and on the blog.',
        kept: 'Both texts are kept; nothing was sent.',
        next: 'See what changed and decide; then send it.',
      }
    case 'in-trash':
      return { what: 'The post is in the trash.', kept, next: 'Take it out of the trash first.' }
    case 'no-right-to-publish':
      return {
        what: 'Your account may not publish on this blog.',
        kept: 'Your text is kept on this laptop.',
        next: 'Send it for review, or ask the person who looks after the blog.',
      }
    case 'no-right-to-upload':
      return {
        what: 'Your account may not bring pictures to this blog.',
        kept: 'Your text is kept on this laptop.',
        next: 'Take the pictures out, or ask the person who looks after the blog.',
      }
    case 'no-right-to-moderate':
      return {
        what: 'Your account may not moderate comments on this blog.',
        kept,
        next: 'Ask the person who looks after the blog.',
      }
    case 'no-reply':
      return { what: 'Only a reply can be changed here.', kept, next: 'Open the post to change its words.' }
    case 'no-review-asked':
      return { what: 'No review of this is asked at the moment.', kept, next: 'See how it ended, or ask again.' }
    case 'from-a-backup':
      return {
        what: 'This waited when the backup was made that the desk came from, and may have gone out since.',
        kept: 'It was not sent again.',
        next: 'Look at the blog. If it is there, take this line back; if not, try again.',
      }
    case 'post-moved-on':
      return {
        what: 'The post says something else by now than the text that was given for review.',
        kept: 'Nothing was decided and nothing was sent.',
        next: 'Decide without publishing, or ask its author to ask again.',
      }
    case 'post-on-another-desk':
      return {
        what: 'The post itself is on the desk of its author, who takes suggestions or leaves them.',
        kept,
        next: 'Conclude the review and send it back.',
      }
    case 'not-under-way':
      return { what: 'Nothing of it is on its way.', kept, next: '' }
    case 'nothing-to-settle':
      return { what: 'There is nothing left to decide about this post.', kept, next: '' }
    case 'nothing-vanished':
      return { what: 'No post is missing on the blog.', kept, next: '' }
    case 'not-scheduled':
      return { what: 'The post is not waiting for a time on the blog.', kept, next: 'Look at the post again.' }
    case 'off-the-blog':
      return {
        what: 'The post is no longer on the blog.',
        kept: 'Your words are kept on this laptop.',
        next: 'Keep them as a new draft, or let the post go.',
      }
    case 'only-to-read':
      return {
        what: 'Your account may read this post on the blog, and not change it.',
        kept,
        next: 'Ask an editor of the blog to change it.',
      }
    case 'on-the-blog':
      return { what: 'The blog has this post already.', kept, next: 'Put it into the trash there.' }
    case 'policy-stops':
      return {
        what: 'The rules of your blog stop this post.',
        kept: 'Nothing was sent.',
        next: 'Open “Before you publish” beside the post and settle what stops it.',
      }
    case 'print-only':
      return {
        what: 'This sheet was written for a room with closed doors. It is printed and never sent to a blog.',
        kept: 'Nothing was sent.',
        next: 'Write what is for readers as a post of its own.',
      }
    case 'schedule-passed':
      return {
        what: 'Its time passed before there was a line.',
        kept: 'Nothing was sent.',
        next: 'Publish it now, choose another time, or leave it.',
      }
  }
}

/** The few that a person can cause have words; any other is a fault of the window and shows its name. */
export function invalidInput(field: string, rule: string): string {
  switch (`${field}: ${rule}`) {
    case 'publishAt: in-the-past':
      return 'This time has passed already.'
    case 'title: too-long':
      return 'The title is longer than a blog can hold.'
    case 'title: empty':
      return 'The post has no title yet.'
    case 'document: empty':
      return 'The post has no text yet.'
    case 'choices: incomplete':
      return 'Something about this post is still to decide.'
    default:
      return `The desk cannot take this as it is (${field}: ${rule}).`
  }
}

/** A file that cannot become a picture in a post. It is never changed. */
export function unsupportedFile(fileName: string, fault: FileFault): { what: string; kept: string; next: string } {
  const kept = 'The file was left as it is.'
  const saidToBe = (what: string, next: string) => ({ what: `“${fileName}” ${what}`, kept, next })
  switch (fault) {
    case 'type':
      return saidToBe('is not a JPEG, PNG, GIF or WebP picture.', 'Save it as JPEG or PNG and add it again.')
    case 'heic':
      return saidToBe(
        'is in the HEIC format of phones, which blogs and many readers cannot show.',
        'Open it in your photo program, export it as JPEG and add that. On an iPhone: Settings, Camera, Formats, “Most Compatible”.',
      )
    case 'svg':
      return saidToBe('is an SVG drawing, which can carry programs; blogs refuse it.', 'Export it as PNG and add that.')
    case 'web-page':
      return saidToBe('is a web page, not a picture.', 'Save the picture itself and add that.')
    case 'pdf':
      return saidToBe(
        'is a PDF document, not a picture.',
        'Put it in as “Video, audio or document”, or export its page as PNG.',
      )
    case 'film':
      return saidToBe('is a film, not a picture.', 'Put it in as “Video, audio or document”.')
    case 'damaged':
      return saidToBe(
        'breaks off or is damaged: it cannot be read to its end.',
        'Copy it again from where it came from, or ask for it once more.',
      )
    case 'no-media':
      return saidToBe(
        'is no video, sound or document that a blog can show.',
        'Blogs take MP4 and WebM, MP3, M4A, OGG and WAV, and PDF. Export it as one of these and add that.',
      )
    case 'too-many-pixels':
      return saidToBe('has more than 100 million points, too many for a web page.', 'Save it smaller and add that.')
    case 'too-many-bytes':
      return saidToBe('is larger than 60 MB, too large for a picture.', 'Save it smaller and add that.')
  }
}
