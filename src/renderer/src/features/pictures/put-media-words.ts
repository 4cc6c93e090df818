import type { Editor } from '@tiptap/core'
import type { VideoTrack } from '../../../../shared/content/document.ts'
import { isTranscriptOpen, transcriptBlock } from '../../../../shared/content/captions/transcript.ts'

/** The video or sound that asked, as it was then. */
export interface WordedMedia {
  position: number
  kind: 'video' | 'audio'
  /** By which it is known again: another may stand at its place meanwhile. */
  mediaId: unknown
  url: unknown
  tracks: VideoTrack[]
  /** One that stands under it is edited there, like any other text. */
  hasTranscript: boolean
}

export function mediaAt(editor: Editor, position: number): WordedMedia | null {
  const node = editor.state.doc.nodeAt(position)
  const kind = node?.type.name
  if (!node || (kind !== 'video' && kind !== 'audio')) return null
  const next = editor.state.doc.nodeAt(position + node.nodeSize)
  return {
    position,
    kind,
    mediaId: node.attrs['mediaId'],
    url: node.attrs['url'],
    tracks: (node.attrs['tracks'] ?? []) as VideoTrack[],
    hasTranscript: next?.type.name === 'container' && isTranscriptOpen(String(next.attrs['open']).trimStart()),
  }
}

/** Captions and transcript in one step, which one undo takes back. False, and nothing changed, when the film is gone. */
export function putMediaWords(
  editor: Editor,
  of: WordedMedia,
  { tracks, transcript, language }: { tracks: VideoTrack[]; transcript: string; language: string },
): boolean {
  const { doc, schema, tr } = editor.state
  const node = doc.nodeAt(of.position)
  if (node?.type.name !== of.kind || node.attrs['mediaId'] !== of.mediaId || node.attrs['url'] !== of.url) return false
  if (of.kind === 'video') tr.setNodeMarkup(of.position, null, { ...node.attrs, tracks })
  if (transcript.trim() !== '')
    tr.insert(of.position + node.nodeSize, schema.nodeFromJSON(transcriptBlock(transcript, language)))
  editor.view.dispatch(tr)
  return true
}
