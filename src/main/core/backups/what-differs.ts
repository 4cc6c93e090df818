import Database from 'better-sqlite3'
import type { BackupDifferences, PostDifference } from '../../../shared/domain/backup.ts'
import type { PostId, UtcIso } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import { refuseForeignFile } from '../store/migrate.ts'
import { migrations } from '../store/migrations/index.ts'
import { useKey } from '../store/use-key.ts'
import { asBackupError, type BackupFiles } from './backup-files.ts'

interface PostRow {
  id: PostId
  blogName: string
  title: string
  editedAt: UtcIso
}

const POSTS = `SELECT posts.id, blogs.name AS blogName, posts.title, posts.edited_at AS editedAt
  FROM posts JOIN blogs ON blogs.id = posts.blog_id`
const WAITING = "SELECT count(*) FROM outbox_entries WHERE state NOT IN ('done', 'cancelled')"

/** Reads the backup beside the open desk. Throws `no-such-item`, `damaged-file`, or `database` `newer-version`. */
export function whatDiffers(
  here: Database.Database,
  files: BackupFiles,
  id: string,
  key: Uint8Array | null,
): BackupDifferences {
  const backup = files.list().find((each) => each.id === id)
  if (!backup) throw new AppError({ kind: 'no-such-item', what: 'file' })
  const ours = postsOf(here)
  const { theirs, waitingThere } = read(files.pathOf(id), key)
  const posts = [...new Set([...ours.keys(), ...theirs.keys()])]
    .flatMap((postId) => differenceOf(ours.get(postId), theirs.get(postId)))
    .toSorted((a, b) => (newestOf(a) < newestOf(b) ? 1 : -1))
  return { backup, posts, waitingHere: countOf(here, WAITING), waitingThere }
}

function read(path: string, key: Uint8Array | null): { theirs: Map<PostId, PostRow>; waitingThere: number } {
  const there = new Database(path, { readonly: true })
  try {
    useKey(there, key)
    refuseForeignFile(there, migrations.length)
    return { theirs: postsOf(there), waitingThere: countOf(there, WAITING) }
  } catch (error) {
    throw asBackupError(error)
  } finally {
    there.close()
  }
}

const postsOf = (database: Database.Database): Map<PostId, PostRow> =>
  new Map(
    database
      .prepare<[], PostRow>(POSTS)
      .all()
      .map((row) => [row.id, row]),
  )

const countOf = (database: Database.Database, sql: string): number =>
  database.prepare<[], number>(sql).pluck().get() ?? 0

function differenceOf(here: PostRow | undefined, there: PostRow | undefined): PostDifference[] {
  const row = here ?? there
  if (!row) return []
  const { id: postId, blogName, title } = row
  const common = {
    postId,
    blogName,
    title,
    editedHereAt: here?.editedAt ?? null,
    editedThereAt: there?.editedAt ?? null,
  }
  if (!here) return [{ ...common, is: 'gone' }]
  if (!there) return [{ ...common, is: 'new' }]
  const isSame = here.editedAt === there.editedAt && here.title === there.title
  return isSame ? [] : [{ ...common, is: 'different' }]
}

const newestOf = ({ editedHereAt, editedThereAt }: PostDifference): string =>
  [editedHereAt ?? '', editedThereAt ?? ''].toSorted().at(-1) ?? ''
