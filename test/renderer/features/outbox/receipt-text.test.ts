import { expect, it } from 'vitest'
import { receiptText } from '../../../../src/renderer/src/features/outbox/receipt-text.ts'
import { utcIso } from '../../../../src/shared/domain/ids.ts'
import { waitingEntry } from './waiting-entries.ts'

it('a copied receipt holds the address, both times, the state, the revision, the hash and who approved it', () => {
  const receipt = {
    url: 'https://blog.example/2026/11/the-ferry/',
    sentAt: utcIso(new Date('2026-11-21T07:03:00.000Z')),
    siteTime: '2026-11-21 14:03',
    siteZone: 'Asia/Ho_Chi_Minh',
    revision: '7.2',
    contentHash: 'ab'.repeat(32),
    remoteStatus: 'publish',
    crossedAt: null,
    isPutRight: false,
    approvedBy: 'Amir',
  }
  expect(receiptText(waitingEntry('ferry'), receipt).split('\n')).toEqual([
    'Post: The ferry',
    'Address: https://blog.example/2026/11/the-ferry/',
    'State on the site: publish',
    'Sent: 2026-11-21 14:03 (Asia/Ho_Chi_Minh); 2026-11-21T07:03:00.000Z',
    'Approved by: Amir, 2026-11-21T07:02:00.000Z',
    'Revision: 7.2',
    `SHA-256 of the content as the site holds it, footnotes behind it: ${'ab'.repeat(32)}`,
  ])
})
