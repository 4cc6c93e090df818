import { t } from '../../../words/t.ts'
import type { Check } from '../check.ts'
import type { Notice } from '../finding.ts'
import { excerptOf, placeOf } from '../place.ts'
import type { TextBlock } from '../readable-post.ts'

const whyPersonal = (): string =>
  t('Once it is public it is copied, and cannot be taken back. Leave it out, or be sure that the person agreed.')

const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.)+\p{L}{2,24}(?![\p{L}\p{N}])/gu
/** An address of an office is made to be written to. */
const OFFICE =
  /^(?:info|contact|press|presse|media|office|embassy|ambassade|consul\w*|visa|passport|service|help|enquiries|webmaster|hello|mail|news)@/iu

/** Why: a private address on a page is harvested within hours. Source: GDPR, articles 4(1) and 6. */
export const emailAddress: Check = {
  id: 'personal-email',
  fine: () => t('No private address, number or account'),
  *look(post) {
    for (const block of post.texts) {
      if (!block.text.includes('@')) continue
      for (const { index, 0: address } of block.text.matchAll(EMAIL)) {
        if (!OFFICE.test(address))
          yield notice(
            block,
            index,
            address,
            t('“{address}” looks like a person’s e-mail address.', { address: excerptOf(address) }),
          )
      }
    }
  },
}

/** International, or with at least nine digits in groups; a year, a date and a sum are shorter or have commas. */
const PHONE =
  /(?<![\p{L}\p{N}.,/+-])(?:\+|00)[1-9][\d\s().\u00a0\u202f-]{6,18}\d(?![\p{L}\p{N}])|(?<![\p{L}\p{N}.,/+-])0\d{1,4}(?:[\s().\u00a0\u202f-]{1,2}\d{2,4}){2,4}(?![\p{L}\p{N}])/gu
/** Of an office, when it says so right before. */
const OFFICE_NUMBER =
  /(?:switchboard|hotline|emergency|consular|embassy|office|press|standard|ambassade|urgence|đường dây nóng|đại sứ quán|السفارة|الطوارئ)[^.!?\n]{0,40}$/iu

/** Why: a number is dialled. Source: E.164, at most 15 digits; GDPR, article 4(1). */
export const phoneNumber: Check = {
  id: 'personal-phone',
  fine: null,
  *look(post) {
    for (const block of post.texts) {
      if (!/\d{2}/u.test(block.text)) continue
      for (const { index, 0: number } of block.text.matchAll(PHONE)) {
        const digits = number.replaceAll(/\D/gu, '')
        if (digits.length < 8 || digits.length > 15 || isDate(number)) continue
        if (OFFICE_NUMBER.test(block.text.slice(Math.max(0, index - 80), index))) continue
        yield notice(
          block,
          index,
          number,
          t('“{number}” looks like a telephone number.', { number: excerptOf(number) }),
        )
      }
    }
  },
}

const isDate = (text: string): boolean => /^0?\d{1,2}[ .-]0?\d{1,2}[ .-](?:19|20)\d{2}$/u.test(text.trim())

const IBAN =
  /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{4}){2,7}(?:[ \u00a0]?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu

/** Why: an account number is money. Only those whose check digits hold. Source: ISO 13616-1, ISO 7064 (MOD 97-10). */
export const bankAccount: Check = {
  id: 'personal-iban',
  fine: null,
  *look(post) {
    for (const block of post.texts) {
      if (!/[A-Z]{2}\d{2}/u.test(block.text)) continue
      for (const { index, 0: written } of block.text.matchAll(IBAN)) {
        if (!isIban(written)) continue
        yield notice(block, index, written, t('“{account}” is a bank account.', { account: excerptOf(written) }))
      }
    }
  },
}

/** Moves the first four to the end, reads letters as 10 to 35, and divides by 97: one remains. */
export function isIban(written: string): boolean {
  const iban = written.replaceAll(/\s/gu, '')
  if (iban.length < 15 || iban.length > 34) return false
  let remainder = 0
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(sign, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder === 1
}

/** Decimal with four places or more (about ten metres), or degrees, minutes and seconds. */
const COORDINATES =
  /(?<![\p{L}\p{N}.,-])[-−]?\d{1,2}[.,]\d{4,}°?\s*[NS]?\s*[,;/ ]\s*[-−]?\d{1,3}[.,]\d{4,}°?\s*[EWO]?(?![\p{L}\p{N}])|\d{1,2}°\s*\d{1,2}[′']\s*(?:\d{1,2}(?:[.,]\d+)?[″"”]\s*)?[NS][\s,;]+\d{1,3}°\s*\d{1,2}[′']\s*(?:\d{1,2}(?:[.,]\d+)?[″"”]\s*)?[EWO]/gu

/** Why: it says where somebody can be found, to ten metres. Source: ISO 6709, how a point is written. */
export const coordinates: Check = {
  id: 'coordinates',
  fine: null,
  *look(post) {
    for (const block of post.texts) {
      if (!/\d/u.test(block.text)) continue
      for (const { index, 0: point } of block.text.matchAll(COORDINATES)) {
        yield {
          ...notice(
            block,
            index,
            point,
            t('“{point}” says where something is, to a few metres.', { point: excerptOf(point) }),
          ),
          why: t('A place this exact shows where people live, work or meet. Name the town instead.'),
        }
      }
    }
  },
}

function notice(block: TextBlock, from: number, found: string, sentence: string): Notice {
  const to = from + found.length
  return { sentence, why: whyPersonal(), where: placeOf(block, from, to), fixes: [], about: found }
}
