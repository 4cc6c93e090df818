import { t } from './words/t.ts'
import type { FileFault, NotAllowedReason } from './errors.ts'

/** Why something cannot be done at this moment, and what would make it possible. */
export function notAllowedNow(why: NotAllowedReason): { what: string; kept: string; next: string } {
  const kept = t('Nothing was changed.')
  switch (why) {
    case 'a-post-shows-it':
      return { what: t('A post that waits shows this picture.'), kept, next: t('Take the post back first.') }
    case 'an-archive':
      return {
        what: t('This is an archive: it is read and searched, and nothing in it changes or leaves.'),
        kept,
        next: t('Copy the post to a blog as a draft and work there.'),
      }
    case 'blog-not-allowed':
      return {
        what: t('Your organisation allows this desk certain blogs only, and this is none of them.'),
        kept: t('Nothing was sent. Everything you wrote is on this laptop.'),
        next: t('Settings say which blogs are allowed. Ask your IT if this one is missing.'),
      }
    case 'export-not-allowed':
      return {
        what: t('Your organisation does not allow this to be saved as a file.'),
        kept: t('Nothing was written.'),
        next: t('Ask your IT if you need it.'),
      }
    case 'quiet-date':
      return {
        what: t('Your organisation keeps this time quiet: nothing that readers would see goes out in it.'),
        kept: t('Nothing was sent. Everything you wrote is on this laptop.'),
        next: t('Choose a time after it; the outbox says how long it lasts.'),
      }
    case 'a-post-uses-it':
      return { what: t('A post uses this picture.'), kept, next: t('Take it out of the post first.') }
    case 'approval-not-asked-for':
      return {
        what: t('A blog answered that was not asked from here, or too late.'),
        kept,
        next: t('Begin connecting the blog again.'),
      }
    case 'being-sent':
      return {
        what: t('It is on its way to the blog and may have arrived.'),
        kept,
        next: t('Wait until the outbox says how it ended.'),
      }
    case 'builds-on-another':
      return {
        what: t('What you asked for one after the other goes in that order.'),
        kept,
        next: t('Move the earlier one, or take it back.'),
      }
    case 'changed-on-both':
      return {
        what: t('The post was changed here and on the blog.'),
        kept: t('Both texts are kept; nothing was sent.'),
        next: t('See what changed and decide; then send it.'),
      }
    case 'in-trash':
      return { what: t('The post is in the trash.'), kept, next: t('Take it out of the trash first.') }
    case 'no-right-to-publish':
      return {
        what: t('Your account may not publish on this blog.'),
        kept: t('Your text is kept on this laptop.'),
        next: t('Send it for review, or ask the person who looks after the blog.'),
      }
    case 'no-right-to-stick':
      return {
        what: t('Your account may not change what is kept at the top of this blog.'),
        kept,
        next: t('Ask the person who looks after the blog.'),
      }
    case 'no-right-to-upload':
      return {
        what: t('Your account may not bring pictures to this blog.'),
        kept: t('Your text is kept on this laptop.'),
        next: t('Take the pictures out, or ask the person who looks after the blog.'),
      }
    case 'no-right-to-moderate':
      return {
        what: t('Your account may not moderate comments on this blog.'),
        kept,
        next: t('Ask the person who looks after the blog.'),
      }
    case 'no-reply':
      return { what: t('Only a reply can be changed here.'), kept, next: t('Open the post to change its words.') }
    case 'no-review-asked':
      return { what: t('No review of this is asked at the moment.'), kept, next: t('See how it ended, or ask again.') }
    case 'from-a-backup':
      return {
        what: t('This waited when the backup was made that the desk came from, and may have gone out since.'),
        kept: t('It was not sent again.'),
        next: t('Look at the blog. If it is there, take this line back; if not, try again.'),
      }
    case 'post-moved-on':
      return {
        what: t('The post says something else by now than the text that was given for review.'),
        kept: t('Nothing was decided and nothing was sent.'),
        next: t('Decide without publishing, or ask its author to ask again.'),
      }
    case 'post-on-another-desk':
      return {
        what: t('The post itself is on the desk of its author, who takes suggestions or leaves them.'),
        kept,
        next: t('Conclude the review and send it back.'),
      }
    case 'not-under-way':
      return { what: t('Nothing of it is on its way.'), kept, next: '' }
    case 'nothing-to-settle':
      return { what: t('There is nothing left to decide about this post.'), kept, next: '' }
    case 'nothing-vanished':
      return { what: t('No post is missing on the blog.'), kept, next: '' }
    case 'not-scheduled':
      return { what: t('The post is not waiting for a time on the blog.'), kept, next: t('Look at the post again.') }
    case 'off-the-blog':
      return {
        what: t('The post is no longer on the blog.'),
        kept: t('Your words are kept on this laptop.'),
        next: t('Keep them as a new draft, or let the post go.'),
      }
    case 'only-to-read':
      return {
        what: t('Your account may read this post on the blog, and not change it.'),
        kept,
        next: t('Ask an editor of the blog to change it.'),
      }
    case 'on-the-blog':
      return { what: t('The blog has this post already.'), kept, next: t('Put it into the trash there.') }
    case 'policy-stops':
      return {
        what: t('The rules of your blog stop this post.'),
        kept: t('Nothing was sent.'),
        next: t('Open “Before you publish” beside the post and settle what stops it.'),
      }
    case 'print-only':
      return {
        what: t('This sheet was written for a room with closed doors. It is printed and never sent to a blog.'),
        kept: t('Nothing was sent.'),
        next: t('Write what is for readers as a post of its own.'),
      }
    case 'schedule-passed':
      return {
        what: t('Its time passed before there was a line.'),
        kept: t('Nothing was sent.'),
        next: t('Publish it now, choose another time, or leave it.'),
      }
  }
}

/** The few that a person can cause have words; any other is a fault of the window and shows its name. */
export function invalidInput(field: string, rule: string): string {
  switch (`${field}: ${rule}`) {
    case 'publishAt: in-the-past':
      return t('This time has passed already.')
    case 'title: too-long':
      return t('The title is longer than a blog can hold.')
    case 'title: empty':
      return t('The post has no title yet.')
    case 'document: empty':
      return t('The post has no text yet.')
    case 'choices: incomplete':
      return t('Something about this post is still to decide.')
    default:
      return t('The desk cannot take this as it is ({field}: {rule}).', { field, rule })
  }
}

/** A file that cannot become a picture in a post. It is never changed. */
export function unsupportedFile(fileName: string, fault: FileFault): { what: string; kept: string; next: string } {
  const kept = t('The file was left as it is.')
  switch (fault) {
    case 'type':
      return {
        what: t('“{fileName}” is not a JPEG, PNG, GIF or WebP picture.', { fileName }),
        kept,
        next: t('Save it as JPEG or PNG and add it again.'),
      }
    case 'heic':
      return {
        what: t('“{fileName}” is in the HEIC format of phones, which blogs and many readers cannot show.', {
          fileName,
        }),
        kept,
        next: t(
          'Open it in your photo program, export it as JPEG and add that. On an iPhone: Settings, Camera, Formats, “Most Compatible”.',
        ),
      }
    case 'svg':
      return {
        what: t('“{fileName}” is an SVG drawing, which can carry programs; blogs refuse it.', { fileName }),
        kept,
        next: t('Export it as PNG and add that.'),
      }
    case 'web-page':
      return {
        what: t('“{fileName}” is a web page, not a picture.', { fileName }),
        kept,
        next: t('Save the picture itself and add that.'),
      }
    case 'pdf':
      return {
        what: t('“{fileName}” is a PDF document, not a picture.', { fileName }),
        kept,
        next: t('Put it in as “Video, audio or document”, or export its page as PNG.'),
      }
    case 'film':
      return {
        what: t('“{fileName}” is a film, not a picture.', { fileName }),
        kept,
        next: t('Put it in as “Video, audio or document”.'),
      }
    case 'damaged':
      return {
        what: t('“{fileName}” breaks off or is damaged: it cannot be read to its end.', { fileName }),
        kept,
        next: t('Copy it again from where it came from, or ask for it once more.'),
      }
    case 'no-media':
      return {
        what: t('“{fileName}” is no video, sound or document that a blog can show.', { fileName }),
        kept,
        next: t('Blogs take MP4 and WebM, MP3, M4A, OGG and WAV, and PDF. Export it as one of these and add that.'),
      }
    case 'too-many-pixels':
      return {
        what: t('“{fileName}” has more than 100 million points, too many for a web page.', { fileName }),
        kept,
        next: t('Save it smaller and add that.'),
      }
    case 'too-many-bytes':
      return {
        what: t('“{fileName}” is larger than 60 MB, too large for a picture.', { fileName }),
        kept,
        next: t('Save it smaller and add that.'),
      }
  }
}
