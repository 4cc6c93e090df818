import { readFile } from 'node:fs/promises'
import { text as readAll } from 'node:stream/consumers'
import { errorLine } from '../shared/sentences.ts'
import { CliError } from './cli/cli-error.ts'
import { commands } from './cli/commands.ts'
import { escrow } from './cli/escrow.ts'
import { parseWords } from './cli/parse-words.ts'
import { roundTripped } from './cli/round-trip.ts'
import { unknownWords } from './cli/unknown-words.ts'
import { openCommandDesk, type CommandDesk } from './cli/command-desk.ts'
import { defaultProfileFolder } from './host/profile.ts'

/**
 * The desk without a window, for scripts and for tests that need two laptops: `attache <command> --profile DIR`.
 * Exit code 0: done. 1: refused, or there is no line, with the reason as a sentence. 2: the call itself was wrong.
 */
const USAGE = `attache <command> [--profile DIR] [--blog NAME] [--json] [--passphrase-file FILE]

  A desk with a passphrase is unlocked with the first line of FILE.

  connect ADDRESS --user NAME     connect a blog; the application password is read from
                                  ATTACHE_APPLICATION_PASSWORD or, without it, from standard input
  connect --practice              connect the practice blog inside this profile
  sync                            check the line, send what waits, bring down what is new, once
  post new --file FILE.md [--publish | --review]
                                  a post from Markdown; its pictures are taken from beside the file
  post publish POST               put an existing post into the outbox
  posts                           the posts of the blog
  check POST                      what to look at before this post goes; nothing is changed
  comments [--unanswered]         the comments of the blog
  search WORDS                    posts, comments and pictures in which all of it stands; "words in a row", -without,
                                  author: tag: language: is: kind: before: after: on:
  reply COMMENT --text TEXT       answer a comment (or --file FILE)
  outbox                          what waits and what was sent
  outbox cancel ENTRY | outbox try ENTRY
  roundtrip [--edit "old=>new"]   block markup from standard input, opened as the desk opens it and written again;
                                  with --edit after old was replaced where it first stands; needs no profile
  spell [--lang en]               words of standard input that no bundled dictionary knows, and what may be meant; needs no profile
  export POST --to md|html|docx [--out FILE]
                                  a copy of a post as a file; Markdown with pictures is a zip
  import FILE                     a draft out of a .docx, .md, .html or .zip; pictures are taken from beside it
  archive FILE.xml                an export of a whole blog (WXR), opened to be read
  export-blog [--to FILE.xml]     everything the desk has of a blog, as WordPress exports it
  share POST                      what is to be said of it elsewhere, with its length, and its address once it is public
  review                          what is in review; each act is under the name last used, or --as NAME
  review ask POST [--of NAME] [--text WORDS]
                                  ask for a review of the post as it is now
  review write REVIEW… [--key KEY] [--out FILE]
                                  reviews as an encrypted file for a colleague's key; without one for a passphrase,
                                  which is read from ATTACHE_REVIEW_PASSPHRASE or, without it, from standard input
  review read FILE                what came in such a file; a passphrase is read as above, where the file needs one
  review trail REVIEW [--out FILE.html]
                                  who did what when, as text or as a page to print
  review word-out REVIEW [--out FILE.docx]
  review word-in REVIEW FILE.docx --as NAME
                                  for whoever has only Word, with tracked changes and comments, and back
  review key                      what colleagues lock files with for this desk
  handover look move|successor    what would be in a handover file, for another laptop or for whoever comes next
  handover write move|successor [--as NAME] [--out FILE] [--stays]
                                  the file, for a passphrase from ATTACHE_HANDOVER_PASSPHRASE or standard input; what waits
                                  here is asked about from then on, unless this desk --stays in use
  handover read FILE              what came in such a file, taken in
  escrow make --out FILE          a pair for the house: its secret into FILE, its public half for the policy; needs no profile
  escrow open --file FILE         a desk whose owner is gone gets a new passphrase, read from ATTACHE_NEW_PASSPHRASE or
                                  standard input, with the secret in FILE; whoever opens it next is told
  diagnostics [--with-addresses] [--out FILE]
                                  what IT needs to know of this desk, without titles, texts, names, passwords or paths
  doctor [--site ADDRESS [--user NAME]] [--out FILE.txt|FILE.html]
                                  find out why a blog cannot be reached, signed in to or written to; writes a draft and
                                  pictures of its own and takes them away again. By an address alone: what needs no account;
                                  with --user the password is read as for connect. --out: the report for those who run the
                                  site, as text or as a page to print
`

const { values, positionals } = understood()
process.exitCode = await run()

function understood(): ReturnType<typeof parseWords> {
  try {
    return parseWords(process.argv.slice(2))
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`)
    process.exit(2)
  }
}

async function run(): Promise<number> {
  const [name = '', ...rest] = positionals
  if (name === 'roundtrip' && !values.help) return sayWhy(roundTrip)
  if (name === 'escrow' && !values.help)
    return sayWhy(() => escrow(rest[0], { ...values, profileFolder: values.profile ?? defaultProfileFolder() }, print))
  if (name === 'spell' && !values.help) return sayWhy(spell)
  const command = commands[name]
  if (values.help || !command) {
    console[values.help ? 'log' : 'error'](USAGE)
    return values.help ? 0 : 2
  }
  return sayWhy(() => withDesk((desk) => command({ desk, options: values, words: rest, print })))
}

async function roundTrip(): Promise<boolean> {
  process.stdout.write(roundTripped(await readAll(process.stdin), values.edit ?? null))
  return true
}

/** Not good news when there is one: exit code 1. */
async function spell(): Promise<boolean> {
  const found = await unknownWords(await readAll(process.stdin), values.lang)
  print(
    found,
    found.map(({ word, suggestions }) => (suggestions.length === 0 ? word : `${word}: ${suggestions.join(', ')}`)),
  )
  return found.length === 0
}

async function sayWhy(work: () => Promise<boolean>): Promise<number> {
  try {
    return (await work()) ? 0 : 1
  } catch (error) {
    if (!(error instanceof CliError)) throw error
    console.error(error.data ? errorLine(error.data) : error.message)
    return error.data ? 1 : 2
  }
}

async function withDesk<Result>(work: (desk: CommandDesk) => Promise<Result>): Promise<Result> {
  const desk = await openCommandDesk(values.profile ?? defaultProfileFolder(), readPassphrase)
  try {
    return await work(desk)
  } finally {
    await desk.close()
  }
}

/** Never from an argument or the environment, which other programs of this machine can see. */
async function readPassphrase(): Promise<string | null> {
  const path = values['passphrase-file']
  if (path === undefined) return null
  const content = await readFile(path, 'utf8').catch(() => {
    throw new CliError(`The passphrase file ${path} cannot be read.`)
  })
  return content.split(/\r?\n/)[0] ?? null
}

/** Lines for a person, or with `--json` one JSON value for a program. */
function print(value: unknown, lines: string[]): void {
  if (values.json) console.log(JSON.stringify(value))
  else for (const line of lines) console.log(line)
}
