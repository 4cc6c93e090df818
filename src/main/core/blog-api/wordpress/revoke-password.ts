import { z } from 'zod'
import type { SignedLine } from './signed-line.ts'

const introspectedSchema = z.object({ uuid: z.string().regex(/^[\w-]{1,64}$/) })
const revokedSchema = z.object({ deleted: z.literal(true) })

/** The password of this very line (WordPress 5.7). A POST that says it is a DELETE, because proxies stop those. */
export async function revokeOwnPassword(line: SignedLine): Promise<void> {
  const path = 'wp/v2/users/me/application-passwords'
  const { uuid } = await line.read(introspectedSchema, { path: `${path}/introspect` })
  const headers = { 'x-http-method-override': 'DELETE' }
  await line.read(revokedSchema, { method: 'POST', path: `${path}/${uuid}`, headers })
}
