import type { Check } from './check.ts'
import { colonWithoutAnything } from './rules/colon.ts'
import { otherDayAtBlog } from './rules/dates.ts'
import { doubledWord } from './rules/doubled-words.ts'
import { excerptTooLong, languageNotSet, titleEmpty } from './rules/fields.ts'
import { headingEmpty, headingInCapitals, headingJump, headingLikeTitle } from './rules/headings.ts'
import { openNote } from './rules/leftovers.ts'
import { linkToOtherHost, linkWithoutAddress } from './rules/links.ts'
import { soundWithoutWords } from './rules/moving-pictures.ts'
import { names } from './rules/names.ts'
import { bankAccount, coordinates, emailAddress, phoneNumber } from './rules/personal-data.ts'
import { descriptionIsAFileName, pictureWithoutCredit, pictureWithoutDescription } from './rules/pictures.ts'
import { doubledSpace, frenchSpacing, missingSpace } from './rules/spaces.ts'
import { tableWithoutHead } from './rules/tables.ts'
import { templateChecks } from './rules/templates.ts'

/** Every check that is a program; what is only words is in the packs. The order is that of the ticks. */
export const builtInChecks: readonly Check[] = [
  titleEmpty,
  ...templateChecks,
  pictureWithoutDescription,
  descriptionIsAFileName,
  pictureWithoutCredit,
  soundWithoutWords,
  names,
  otherDayAtBlog,
  emailAddress,
  phoneNumber,
  bankAccount,
  coordinates,
  headingEmpty,
  headingLikeTitle,
  headingJump,
  headingInCapitals,
  tableWithoutHead,
  linkToOtherHost,
  linkWithoutAddress,
  colonWithoutAnything,
  openNote,
  doubledWord,
  doubledSpace,
  missingSpace,
  frenchSpacing,
  excerptTooLong,
  languageNotSet,
]
