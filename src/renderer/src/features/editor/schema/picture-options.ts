import { t } from '../../../../../shared/words/t.ts'
import { element, lineField, setFieldText, shownText } from './element.ts'
import { wordsField } from '../words/words-fields.ts'

type Change = (attrs: Record<string, unknown>) => void

const alignments = () =>
  [
    ['', t('As the text')],
    ['left', t('At the left')],
    ['center', t('In the middle')],
    ['right', t('At the right')],
    ['wide', t('Wide', {}, 'place of a picture')],
    ['full', t('Full width')],
  ] as const

const sizes = () =>
  [
    ['', t('Full size')],
    ['large', t('Large', {}, 'size of a picture')],
    ['medium', t('Medium', {}, 'size of a picture')],
    ['thumbnail', t('Small', {}, 'size of a picture')],
  ] as const

type Choices = readonly (readonly [value: string, label: string])[]

/** A select of the platform: it opens without the editor and is announced as what it is. */
export function choiceField(
  name: string,
  choices: Choices,
  onChoose: (value: string) => void,
): HTMLLabelElement & { set: (value: string) => void } {
  const select = element('select', { class: 'block-choice' })
  for (const [value, label] of choices) select.append(element('option', { value }, label))
  select.addEventListener('change', () => onChoose(select.value))
  const field = element('label', { class: 'block-option' }, element('span', {}, name), select)
  return Object.assign(field, {
    set(value: string) {
      // What somebody chose on the blog stays on offer.
      if (![...select.options].some((option) => option.value === value)) {
        select.append(element('option', { value }, value))
      }
      select.value = value
    },
  })
}

/** A box to tick, with its words behind it. */
export function tickField(
  name: string,
  onTick: (isTicked: boolean) => void,
): HTMLLabelElement & { set: (isTicked: boolean) => void } {
  const box = element('input', { type: 'checkbox' })
  box.addEventListener('change', () => onTick(box.checked))
  const field = element('label', { class: 'block-tick' }, box, element('span', {}, name))
  return Object.assign(field, {
    set(isTicked: boolean) {
      box.checked = isTicked
    },
  })
}

/** A field with its name before it. */
export function namedField(name: string, input: HTMLInputElement): HTMLLabelElement & { set: (text: string) => void } {
  const field = element('label', { class: 'block-option' }, element('span', {}, name), input)
  return Object.assign(field, { set: (text: string) => setFieldText(input, text) })
}

/** What is seldom said about a picture: folded away until somebody asks. */
export function pictureOptions(
  place: Parameters<typeof wordsField>[0],
  change: Change,
): { dom: HTMLElement; show: (attrs: Record<string, unknown>) => void } {
  const credit = namedField(t('Credit'), wordsField(place, 'credit', t('Credit'), t('Who took it')))
  const align = choiceField(t('Place', {}, 'place of a picture'), alignments(), (value) =>
    change({ align: value === '' ? null : value }),
  )
  const size = choiceField(t('Size', {}, 'size of a picture'), sizes(), (value) =>
    change({ sizeSlug: value === '' ? null : value }),
  )
  const address = lineField(t('Leads to'), 'https://…', (text) =>
    change({ linkHref: text.trim() === '' ? null : text.trim() }),
  )
  address.dir = 'ltr'
  const link = namedField(t('Leads to'), address)
  const dom = element(
    'details',
    { class: 'picture-options' },
    element('summary', {}, t('Credit, place, size, link')),
    element('div', { class: 'picture-options-fields' }, credit, align, size, link),
  )
  return {
    dom,
    show(attrs) {
      credit.set(shownText(attrs['credit']))
      align.set(shownText(attrs['align']))
      size.set(attrs['sizeSlug'] === 'full' ? '' : shownText(attrs['sizeSlug']))
      link.set(shownText(attrs['linkHref']))
    },
  }
}
