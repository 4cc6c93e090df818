import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { HANDOVER_FILE, HANDOVER_FILE_LIMITS, ofHandover } from '../../../src/main/core/handover/handover-format.ts'
import { readSealedFile } from '../../../src/main/core/sealed-file/read-sealed-file.ts'
import { writeSealedFile } from '../../../src/main/core/sealed-file/write-sealed-file.ts'
import { newPersonKeys } from '../../../src/main/core/sealing/person-key.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import type { HandedPart, HandoverManifest } from '../../../src/shared/contract/handover-input.ts'
import type { MediaId, UtcIso } from '../../../src/shared/domain/ids.ts'
import { isAppError } from '../../../src/shared/errors.ts'
import { bytesOf, CHEAP, PASSPHRASE, refusalOf, written, fileOf, postOf } from '../review-file/made-files.ts'

const picture = Buffer.from([0xff, 0xd8, 0xff, 0xd9])
const id = createHash('sha256').update(picture).digest('hex') as MediaId
const about: HandoverManifest = {
  id: '3e3c7fc0-30a9-4b6a-8e6b-2b1f3e6a0c11',
  use: 'successor',
  sentBy: 'Ann',
  sentAt: '2026-11-27T09:00:00.000Z' as UtcIso,
  contents: {
    blogs: [],
    drafts: [],
    waiting: [],
    unanswered: 0,
    begunReplies: 0,
    reviews: 0,
    notes: 0,
    savedReplies: 0,
    rulePacks: 0,
    names: 0,
    files: 1,
    filesBytes: 4,
    filesLeft: 0,
  },
  files: [{ id, fileName: 'ferry.jpg', mimeType: 'image/jpeg', sizeBytes: 4 }],
  database: null,
}
const desk: HandedPart = { part: 'desk', blogs: [], savedReplies: [], rulePacks: [], names: [], reviews: [] }

const made = (manifest: HandoverManifest = about): Promise<Buffer> =>
  bytesOf(
    writeSealedFile(
      HANDOVER_FILE,
      { about: manifest, documents: [desk] },
      {
        for: { passphrase: PASSPHRASE },
        signedBy: newPersonKeys(systemRandom),
        async *readFile() {
          yield picture
        },
        random: systemRandom,
        cost: CHEAP,
        limits: HANDOVER_FILE_LIMITS,
      },
    ),
  )

async function fateOf(bytes: Uint8Array): Promise<string> {
  try {
    await ofHandover(() =>
      readSealedFile(HANDOVER_FILE, bytes, {
        passphrase: PASSPHRASE,
        keys: null,
        limits: HANDOVER_FILE_LIMITS,
        takeFile: async (_part, pieces) => void (await bytesOf(pieces)),
      }),
    )
    return 'taken'
  } catch (error) {
    if (isAppError(error) && error.data.kind === 'handover-file') return error.data.why
    throw error
  }
}

test('a handover file of which any byte was changed, or any end is missing, is refused', async () => {
  const file = await made()
  expect(await fateOf(file)).toBe('taken')
  for (let at = 0; at < file.byteLength; at += 1) {
    const changed = Buffer.from(file)
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
    expect(await fateOf(changed), `byte ${at}`).not.toBe('taken')
  }
  for (let length = 0; length < file.byteLength; length += 7)
    expect(await fateOf(file.subarray(0, length)), `cut to ${length}`).not.toBe('taken')
  expect(await fateOf(Buffer.concat([file, Buffer.from([0])]))).not.toBe('taken')
})

test('neither kind of file is taken for the other, and none whose picture is not what it says', async () => {
  expect(await fateOf(await written(fileOf(postOf())))).toBe('not-a-review-file')
  expect(await refusalOf(await made())).toBe('not-a-review-file')
  const other = { ...about, files: about.files.map((file) => ({ ...file, sizeBytes: 5 })) }
  await expect(made(other)).rejects.toMatchObject({ data: { why: 'picture-damaged' } })
})
