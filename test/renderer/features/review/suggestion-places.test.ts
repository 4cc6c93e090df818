import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { postExtensions } from '../../../../src/renderer/src/features/editor/schema/post-extensions.ts'
import {
  placeSuggestions,
  type SuggestionPlace,
} from '../../../../src/renderer/src/features/review/suggestion-places.ts'
import type { PostDocument } from '../../../../src/shared/content/document.ts'
import { markupToDocument } from '../../../../src/shared/content/markup-to-document.ts'
import { listSuggestions } from '../../../../src/shared/content/suggestions/list-suggestions.ts'
import { overlayDocuments } from '../../../../src/shared/content/suggestions/overlay-documents.ts'
import { blocks, card, heading, list, paragraph, picture } from '../../../shared/content/merge/versions.ts'

const schema = getSchema(postExtensions)

function placed(before: string, after: string): { doc: Node; places: SuggestionPlace[]; ids: string[] } {
  const doc = schema.nodeFromJSON(markupToDocument(after))
  const overlay = overlayDocuments(markupToDocument(before), doc.toJSON() as PostDocument)
  return {
    doc,
    places: placeSuggestions(overlay, doc),
    ids: listSuggestions(overlay.blocks).map(({ id }) => id),
  }
}

/** Each place as the editor shows it: what stands there, or what stood there and what follows now. */
function told(before: string, after: string): string[] {
  const { doc, places } = placed(before, after)
  const words = (from: number, to: number): string => doc.textBetween(from, to, '|', '*')
  return places.map((place) => {
    switch (place.kind) {
      case 'words':
        return `${place.change} <${words(place.from, place.to)}>`
      case 'block':
        return `${place.change} [${words(place.from, place.to)}]`
      case 'gone-words':
        return `gone ${place.was} before <${words(place.at, Math.min(place.at + 8, doc.content.size))}>`
      case 'gone-block':
        return `${place.change} away [${place.was}] in ${place.row} before [${doc.nodeAt(place.at)?.textContent ?? ''}]`
    }
  })
}

test('new words stand where they are, old ones at the place they had', () => {
  expect(
    told(
      paragraph('The ferry leaves at six, whether the minister is on board or not.'),
      paragraph('The old ferry leaves at seven, whether the minister is on board.'),
    ),
  ).toEqual(['inserted <old >', 'gone six before <seven, w>', 'replaced <seven>', 'gone  or not before <.>'])
})

test('other formatting is marked on the words that have it', () => {
  expect(told(paragraph('Bring the old form.'), paragraph('Bring the <strong>old</strong> form.'))).toEqual([
    'formatted <old>',
  ])
})

test('blocks that are new, gone, moved and another kind of block', () => {
  const [first, second, third] = ['The first one.', 'The second one.', 'The third one.'].map(paragraph)
  expect(
    told(
      blocks(first ?? '', paragraph('Nobody needs this.'), second ?? '', third ?? ''),
      blocks(third ?? '', first ?? '', second ?? '', paragraph('A word of thanks.')),
    ),
  ).toEqual([
    'moved [The third one.]',
    'removed away [Nobody needs this.] in doc before [The second one.]',
    'moved away [The third one.] in doc before [A word of thanks.]',
    'added [A word of thanks.]',
  ])
  expect(told(paragraph('Opening hours in May'), heading('Opening hours in June'))).toEqual([
    'reshaped [Opening hours in June]',
    'gone May before <June>',
    'replaced <June>',
  ])
})

test('items of a list are marked in their list, and the caption of a picture on the picture', () => {
  expect(
    told(
      blocks(list('bread', 'milk', 'six eggs'), picture('a.jpg', 'The harbour')),
      blocks(list('bread', 'six fresh eggs', 'tea'), picture('a.jpg', 'The old harbour')),
    ),
  ).toEqual([
    'removed away [milk] in bulletList before [six fresh eggs]',
    'inserted <fresh >',
    'added [tea]',
    'replaced away [The harbour] in doc before []',
    'replaced [*]',
  ])
})

test('every suggestion of the list is to be found in the text', () => {
  const { places, ids } = placed(
    blocks(heading('Opening hours in May'), paragraph('One.'), card('x'), list('a', 'b'), picture('a.jpg', 'Harbour')),
    blocks(paragraph('Opening hours in June'), card('y'), list('b', 'c'), paragraph('One, two.')),
  )
  expect(new Set(places.map(({ id }) => id))).toEqual(new Set(ids))
})
