import { isAppError } from '../../../../shared/errors.ts'
import { requireSuccess, type SignedLine } from './signed-line.ts'

/** Already there is success. Never for good: no `force` is ever sent. */
export async function moveToTrash(line: SignedLine, path: string): Promise<void> {
  try {
    // Some hosts refuse the method DELETE.
    const headers = { 'x-http-method-override': 'DELETE' }
    requireSuccess(await line.ask({ method: 'POST', path, query: { _fields: 'id' }, headers }))
  } catch (error) {
    if (!isAppError(error) || error.data.kind !== 'gone') throw error
  }
}
