import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const from = createRequire(new URL('./package.json', import.meta.url))

/** By the names people know them by: what has to be there of each. */
const PEERS = {
  PouchDB: ['pouchdb-node'],
  Lexical: ['lexical', '@lexical/plain-text'],
  TinyMCE: ['tinymce'],
  Gutenberg: ['@wordpress/block-editor', '@wordpress/block-library', 'react-dom'],
} as const
type Peer = keyof typeof PEERS

/** Which of them are not installed; they are left out. */
export const absentPeers = (): Peer[] => (Object.keys(PEERS) as Peer[]).filter((peer) => !isInstalled(peer))

export const isInstalled = (peer: Peer): boolean => PEERS[peer].every((name) => findPeerFile(name) !== null)

/** A program that is measured beside the desk; null where it is not installed. */
export async function findPeer<Module>(name: string): Promise<Module | null> {
  const path = findPeerFile(name)
  return path === null ? null : ((await import(pathToFileURL(path).href)) as { default: Module }).default
}

/** The file it begins with, for a page; as above. */
export function findPeerFile(name: string): string | null {
  try {
    return from.resolve(name)
  } catch {
    return null
  }
}
