import type { PostKind } from '../../../shared/domain/post.ts'

export type Role = 'administrator' | 'editor' | 'author' | 'contributor'

const contributor = ['read', 'edit_posts', 'delete_posts', 'level_1', 'level_0'] as const
const author = [
  ...contributor,
  'upload_files',
  'edit_published_posts',
  'publish_posts',
  'delete_published_posts',
  'level_2',
] as const
const editor = [
  ...author,
  'moderate_comments',
  'manage_categories',
  'manage_links',
  'unfiltered_html',
  'edit_others_posts',
  'edit_private_posts',
  'read_private_posts',
  'delete_others_posts',
  'delete_private_posts',
  'edit_pages',
  'edit_others_pages',
  'edit_published_pages',
  'edit_private_pages',
  'publish_pages',
  'read_private_pages',
  'delete_pages',
  'delete_others_pages',
  'delete_published_pages',
  'delete_private_pages',
  'level_7',
] as const
const administrator = [...editor, 'manage_options', 'list_users', 'edit_users', 'create_users', 'level_10'] as const

export type Capability = (typeof administrator)[number]

/** What WordPress grants each role on a single site (wp-admin/includes/schema.php, 6.1), as far as a blog desk meets it. */
export const CAPABILITIES: Record<Role, readonly Capability[]> = { administrator, editor, author, contributor }

type OfPosts = Extract<Capability, `${string}_posts`>

/** What is asked of posts by one name is asked of pages by another. */
export const capabilityFor = (kind: PostKind, capability: OfPosts): Capability =>
  kind === 'post' ? capability : (capability.replace('_posts', '_pages') as Capability)

export const can = (user: { role: Role } | null, capability: Capability): boolean =>
  user !== null && CAPABILITIES[user.role].includes(capability)
