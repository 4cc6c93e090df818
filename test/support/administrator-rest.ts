import type { Fetch } from '../../src/main/core/ports.ts'

/** A REST call of the administrator below `/wp-json/wp/v2/`, past the line under test. Throws what the blog refuses. */
export type AdministratorRest = (method: 'POST' | 'DELETE', path: string, json?: object) => Promise<void>

export function administratorRest(
  fetch: Fetch,
  origin: string,
  { userName, applicationPassword }: { userName: string; applicationPassword: string },
): AdministratorRest {
  return async (method, path, json) => {
    const headers = {
      authorization: `Basic ${btoa(`${userName}:${applicationPassword}`)}`,
      'content-type': 'application/json',
    }
    const body = json === undefined ? {} : { body: JSON.stringify(json) }
    const answer = await fetch(`${origin}/wp-json/wp/v2/${path}`, { method, headers, ...body })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  }
}
