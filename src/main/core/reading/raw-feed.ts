/** A feed as it says of itself, whatever language it speaks; nothing of it is believed to be harmless. */
export interface RawFeed {
  title: string
  siteUrl: string
  items: RawItem[]
}

export interface RawItem {
  guid: string
  url: string
  /** HTML or text: what an element of either kind is depends on who wrote it. */
  title: string
  authorName: string
  /** The whole text where the feed has it. */
  fullHtml: string
  summaryHtml: string
  date: string
}
