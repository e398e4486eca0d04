/**
 * What the rows below are of: `Specimen: Urine`, `Sample type  Serum`, `CSF analysis  11 May 2023`. A glucose of another
 * fluid must never stand as one of blood.
 */
import { findDates } from '../dates.ts'
import type { PageRow } from '../page-rows.ts'

const SPECIMENS: readonly (readonly [RegExp, string])[] = [
  [/\burin(?:e|alysis)\b|\burinstatus\b|\bharn|\borina\b|\bemu\b|\bmsu\b|\bu\/a\b/iu, 'urine'],
  [/\bcsf\b|cerebrospinal|\bliquor\b/iu, 'CSF'],
  [/\bstool\b|\bf(?:a)?ec(?:es|al)\b|\bstuhl/iu, 'stool'],
  [
    /\b(?:pleural|ascitic|synovial|joint|peritoneal|pericardial|drain|body|amniotic|cyst) fluid\b|\bascites\b|\bsemen\b|\bseminal\b|\bsputum\b|\bsweat\b|\bdialysate\b/iu,
    'fluid',
  ],
]
const BLOOD = /\bblood\b|\bserum\b|\bplasma\b|\bedta\b|\bcitrate\b|\bblut\b|\bsang\b|\bsangre\b/iu

/** Other than blood; of a title that names it. */
export const specimenIn = (title: string): string | undefined => SPECIMENS.find(([pattern]) => pattern.test(title))?.[1]

const LABEL =
  /^\W*(?:(?:nature of |type of )?(?:specimen|sample|fluid)(?: (?:type|source|material|description|details))?|material|probenmaterial|probe|muestra|nature du pr[ée]l[èe]vement)\s*(?:[:=]|\t|$)/iu
const MOST_WORDS = 5

/** Undefined where the row says nothing of it; `blood` takes back what an earlier row said. */
export function specimenOfRow(row: PageRow, text: string): string | undefined {
  const line = text.slice(row.start, row.end)
  const label = LABEL.exec(line.replace(/ {2,}/gu, '\t'))
  if (label) {
    const told = line.slice(label[0].length).split(/[;|]|\s(?:collected|received|taken|drawn)\b/iu)[0] ?? ''
    const other = specimenIn(told)
    if (other !== undefined) return BLOOD.test(told) ? undefined : other
    return BLOOD.test(told) ? 'blood' : undefined
  }
  const [date, ...more] = findDates(line)
  if (!date || more.length > 0) return undefined
  const rest = `${line.slice(0, date.start)} ${line.slice(date.end)}`.replace(/[\s:,()–-]+/gu, ' ').trim()
  const title = rest.replace(/\s?\b(?:date|collected|taken|sample date|on)\b/giu, '')
  if (/\d/u.test(title) || title.split(' ').length > MOST_WORDS || BLOOD.test(title)) return undefined
  return /\b(?:analysis|chemistry|biochemistry|microscopy|examination|cell counts?|tests?|results?|fluid|urinalysis|csf)\b/iu.test(
    title,
  )
    ? specimenIn(title)
    : undefined
}
