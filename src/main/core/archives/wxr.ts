/** A WordPress export (WXR 1.2) as its parts come out of the file, in the file's own words. */
export interface WxrSite {
  title: string
  url: string
  version: string
  exportedAt: string
  authors: { id: number; userName: string; displayName: string }[]
  terms: { taxonomy: 'category' | 'tag'; id: number; slug: string; name: string; parentSlug: string }[]
}

export interface WxrItem {
  id: number
  type: string
  title: string
  link: string
  author: string
  content: string
  excerpt: string
  /** Local and UTC, `2026-11-21 21:02:00`; all noughts for none. */
  date: string
  dateGmt: string
  modifiedGmt: string
  slug: string
  status: string
  parent: number
  /** Of a page, among its neighbours. */
  order: number
  commentStatus: string
  isSticky: boolean
  attachmentUrl: string
  terms: { domain: string; slug: string; name: string }[]
  meta: Map<string, string>
  comments: WxrComment[]
}

export interface WxrComment {
  id: number
  parent: number
  author: string
  userId: number
  dateGmt: string
  content: string
  /** `1`, `0`, `spam`, `trash`. */
  approved: string
  /** '' and `comment` are people's. */
  type: string
}

export const WXR_VERSION = '1.2'
