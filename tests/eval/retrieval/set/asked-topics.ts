/** Which matters are asked for, in which slice, and whether the word tables help. */
import type { Topic } from '../../../../tools/make-papers/records/topic.ts'
import { everydayWords } from '../../../../tools/make-papers/records/topics/everyday-words.ts'
import { misspelled } from '../../../../tools/make-papers/records/topics/misspelled.ts'
import { plainClinic } from '../../../../tools/make-papers/records/topics/plain-clinic.ts'
import { scanned } from '../../../../tools/make-papers/records/topics/scanned.ts'
import { shortForms } from '../../../../tools/make-papers/records/topics/short-forms.ts'
import { tradeNames } from '../../../../tools/make-papers/records/topics/trade-names.ts'
import { unseenFrame } from '../../../../tools/make-papers/records/topics/unseen-frame.ts'
import { unseenHead } from '../../../../tools/make-papers/records/topics/unseen-head.ts'
import { unseenInside } from '../../../../tools/make-papers/records/topics/unseen-inside.ts'
import type { SetQuestion } from '../evaluation-set.ts'

interface Asked extends Pick<SetQuestion, 'vocabulary'> {
  readonly slice: Slice
  readonly topics: readonly Topic[]
}

export const slices = [
  'plain',
  'abbreviations',
  'brand names',
  'lay words',
  'misspelling',
  'ocr noise',
  'dates',
] as const
export type Slice = (typeof slices)[number]

export const askedTopics: readonly Asked[] = [
  { slice: 'plain', vocabulary: 'plain', topics: plainClinic },
  { slice: 'abbreviations', vocabulary: 'in-tables', topics: shortForms },
  { slice: 'brand names', vocabulary: 'in-tables', topics: tradeNames },
  { slice: 'lay words', vocabulary: 'in-tables', topics: everydayWords },
  { slice: 'lay words', vocabulary: 'in-none', topics: [...unseenHead, ...unseenFrame, ...unseenInside] },
  { slice: 'misspelling', vocabulary: 'plain', topics: misspelled },
  { slice: 'ocr noise', vocabulary: 'plain', topics: scanned },
]
