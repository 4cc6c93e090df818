import { t } from '../words/t.ts'
import type { Article } from './article.ts'

/** How the desk is used, each in a minute; the same in every language that the interface speaks. */
export const howTo = (): Article[] => [
  {
    id: 'write',
    title: t('Write a post'),
    paragraphs: [
      t(
        '“New post” opens an empty page. Type / for headings, lists, pictures, quotes and everything else; ## makes a heading at once.',
      ),
      t(
        'There is no button to save. Whatever you type is on this laptop a quarter of a second later, and History keeps each version.',
      ),
    ],
  },
  {
    id: 'without-a-line',
    title: t('Work without a line'),
    paragraphs: [
      t(
        'Writing, checking, reviewing, answering and this guidance need no line. What you send waits in the outbox, in your order.',
      ),
      t(
        'When there is a line it goes once, exactly as you wrote it. If you want to be asked first, say so in Settings.',
      ),
    ],
  },
  {
    id: 'before-you-publish',
    title: t('Look before you publish'),
    paragraphs: [
      t('“Before you publish” beside the text says what may be wrong and why, and often puts it right with one press.'),
      t(
        'What is meant so can be called fine, and is not mentioned again. Only your organisation can have something stop a post.',
      ),
    ],
  },
  {
    id: 'publish',
    title: t('Publish, and take it back'),
    paragraphs: [
      t('“Publish…” shows what goes where, when and under which name. After that you have ten seconds to undo it.'),
      t(
        'In the outbox a thing can be held, changed, moved or discarded. A receipt says what the blog has, read back from there.',
      ),
    ],
  },
  {
    id: 'review',
    title: t('Have a text reviewed'),
    paragraphs: [
      t(
        'Under Review you ask somebody to read. They change the text as any text, and each change is a suggestion that you take or leave.',
      ),
      t(
        'It goes through the blog, or as an encrypted file by mail or on a stick. An approval seals the exact words; one letter breaks it.',
      ),
    ],
  },
  {
    id: 'answer',
    title: t('Answer comments'),
    paragraphs: [
      t(
        'Conversation shows what readers wrote, what is due first on top. R replies, and an answer begun is kept until you send it.',
      ),
      t('Several can be decided on at once, and what you decided can be undone while it waits.'),
    ],
  },
  {
    id: 'correct',
    title: t('Put a mistake right in public'),
    paragraphs: [
      t(
        'Under the comment choose “Correct the post”. Change the text, add a dated update from the menu of blocks, and press “Update…”.',
      ),
      t('Your answer waits for the corrected post, so that nobody reads “it is corrected” before it is.'),
    ],
  },
  {
    id: 'trip',
    title: t('Before a trip'),
    paragraphs: [
      t(
        'The boarding check says what is on this laptop and how old it is. One button brings down posts, comments and pictures.',
      ),
      t(
        'After landing a list shows what will go, in which order. What others changed meanwhile is merged, or shown side by side.',
      ),
    ],
  },
  {
    id: 'lost-laptop',
    title: t('If this laptop is lost'),
    paragraphs: [
      t(
        'Everything on the desk is encrypted. Choose a passphrase under Settings, Protection of this desk, and keep the recovery code on paper.',
      ),
      t('On the blog, remove the application password of this laptop. It takes nobody’s other access away.'),
    ],
  },
  {
    id: 'leave',
    title: t('Leave a posting'),
    paragraphs: [
      t(
        '“Hand over this desk…” in Settings makes one encrypted file: drafts, what waits, open comments, saved replies and the rules of the house.',
      ),
      t('Whoever comes next takes it in on their own desk. No password of yours is in it, and nothing signs as you.'),
    ],
  },
  {
    id: 'no-answer',
    title: t('When the blog does not answer'),
    paragraphs: [
      t(
        'The mark at the top says how the line is. If the blog does not answer although others do, ask the site doctor in Settings.',
      ),
      t(
        'It says in plain words what is wrong, and gives you a page for whoever runs the site. Nothing you wrote is lost meanwhile.',
      ),
    ],
  },
]
