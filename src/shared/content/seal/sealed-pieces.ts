/** What an approval covers, piece by piece. */
export const SEALED_PIECES = ['title', 'text', 'pictures', 'excerpt', 'language', 'terms', 'schedule', 'share'] as const
export type SealedPiece = (typeof SEALED_PIECES)[number]
