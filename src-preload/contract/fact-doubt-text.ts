/** Why a fact should be looked at before relying on it, in a sentence for people, with what to do. Shared by window and command line. */
import type { FactDoubt } from './facts.ts'

export interface FactDoubtText {
  readonly message: string
  readonly next: string
}

export const factDoubtTexts: Readonly<Record<FactDoubt, FactDoubtText>> = {
  'unsure-words': {
    message: 'Some of these words could not be read surely.',
    next: 'Compare them with the page, letter by letter.',
  },
  'implausible-value': {
    message: 'This value is outside what is usual for this measure in this unit.',
    next: 'Check the number, the decimal sign and the unit on the page. If it is printed so, accept it.',
  },
  'unknown-name': {
    message: 'This name is in no list that this program knows.',
    next: 'Check how it is written on the page. A name of your own is fine.',
  },
  'unknown-unit': {
    message: 'This unit is not known, so the value is compared with no other.',
    next: 'Check the unit on the page, or correct it.',
  },
  'near-name': {
    message: 'The name is close to a known one, and not the same.',
    next: 'Look at the page and choose what it says. Nothing is changed unless you choose it.',
  },
  'ambiguous-date': {
    message: 'Day and month of this date could be either.',
    next: 'Correct the date if you know which is meant; until then only the year is used.',
  },
  'no-date': {
    message: 'The page gives no date for this.',
    next: 'Add the date if you know it. It can be a year alone.',
  },
  'flag-and-range-differ': {
    message: 'The mark beside the value and the range on the paper do not agree.',
    next: 'Look at both on the page. The laboratory can say which is right.',
  },
  'slip-corrected': {
    message: 'A slip in reading was corrected.',
    next: 'Compare what stood there before with the page.',
  },
  conflict: {
    message: 'Another paper says otherwise for the same day.',
    next: 'Compare both pages. Accept the one that holds and reject the other.',
  },
}
