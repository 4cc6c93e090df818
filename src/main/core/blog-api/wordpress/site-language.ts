import { languageDirection } from '../../../../shared/content/language-direction.ts'
import type { SiteLanguage } from '../blog-api.ts'
import { exchange } from './http.ts'
import type { LineOptions } from './signed-line.ts'

/** Asks for the front page as any reader does, without the password. */
export async function readSiteLanguage({ connection, ...line }: LineOptions): Promise<SiteLanguage | null> {
  const answer = await exchange({ method: 'GET', url: `${connection.url}/`, headers: { accept: 'text/html' } }, line)
  return answer.status === 200 ? languageOfPage(answer.text) : null
}

/** What `language_attributes()` of WordPress puts on the page's root: `<html dir="rtl" lang="fa-IR">`. */
export function languageOfPage(html: string): SiteLanguage | null {
  const root = /<html\b[^<>]*>/i.exec(html)?.[0] ?? ''
  const language = /\slang\s*=\s*["']([\w-]{2,35})["']/i.exec(root)?.[1] ?? ''
  const stated = /\sdir\s*=\s*["'](ltr|rtl)["']/i.exec(root)?.[1]?.toLowerCase()
  if (language === '' && stated === undefined) return null
  const direction = stated === 'rtl' || stated === 'ltr' ? stated : languageDirection(language)
  return { language, direction }
}
