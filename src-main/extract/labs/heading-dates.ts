/**
 * The day of the results that follow, from the lines above them: collected before one that stands in the bar of their
 * part without a label, before received before reported. A day of birth, of printing or of a page's foot is never one.
 */
import { findDates } from '../dates.ts'
import type { PageRow } from '../page-rows.ts'
import type { Dated } from './reading.ts'

/** 1.5: in the bar of a part. */
type Rank = 1 | 1.5 | 2 | 3 | 4

const LABELS: readonly (readonly [RegExp, Rank, Dated['dateKind']])[] = [
  [
    /(?:collect\w*|drawn|draw date|sampl\w+|specimen date|taken|entnahme\w*|entnommen|abnahme\w*|pr[ée]l[èe]v\w*|extracci[oó]n|toma|prelievo|afname\w*|provtagning\w*|prøvetak\w*)\W*(?:date|datum|time|on|at|am|le|del|of|\/|\s|and|&|:)*$/iu,
    1,
    'collected',
  ],
  [
    /\b(?:date|day|time) (?:of )?(?:the )?(?:blood |lab(?:oratory)? )?(?:tests?|testing|draw)\W*$|\btested(?: on)?\W*$|\btest date\W*$/iu,
    1,
    'collected',
  ],
  [
    /(?:receiv\w*|eingang\w*|accessioned|reçu\w*|recibid\w*|ricevut\w*|ontvangen)\W*(?:date|datum|time|on|at|am|\/|\s|&|:)*$/iu,
    2,
    'reported',
  ],
  [
    /(?:report\w*|result(?:ed|s)|final\w*|released|issued|verified|completed|befund\w*|ausgang\w*|[ée]dit\w*|informe|emisi[oó]n|referto)\W*(?:date|datum|time|on|at|of|from|am|vom|le|\/|\s|&|:)*$/iu,
    3,
    'reported',
  ],
  [
    /(?:laboratory|lab|blood|tests?|panel|profile|date|datum|fecha|labor\w*|chemistry|hematology|haematology)\W*(?:tests?|results?|work|values?|werte|date|of|on|from|vom|\s|:)*$/iu,
    4,
    'stated',
  ],
]
const NEVER =
  /(?:birth|born|dob|d\.o\.b|geb\w*|n[ée]e? le|nacim\w*|nato|nata|print\w*|gedruckt|page|phone|fax|tel|seen|visit|appointment|next|due|previous|prior|last|expir\w*|valid|admi\w*|discharg\w*|sent|dear|version|rev\w*)[^\n\t]{0,16}$/iu

export interface HeadingDates {
  /** `isOfPart`: the row names what the results below it are of. */
  readonly see: (row: PageRow, order: 'day-first' | 'month-first' | undefined, isOfPart?: boolean) => void
  /** Results were read: what is said from now on is of those that follow. */
  readonly used: () => void
  readonly date: () => Dated | undefined
}

export function createHeadingDates(): HeadingDates {
  let best: HeadingDate | undefined
  let isUsed = false
  return {
    see: (row, order, isOfPart = false) => {
      const labelled = labelledDates(row, order)
      const inBar = labelled.length === 0 && isOfPart ? barDate(row, order) : []
      for (const found of [...labelled, ...inBar]) {
        const isOfNext = found.rank === 4 || found.rank === 1.5
        // The same label once more, before any result: the part above had none, and its day is not of this one.
        const isSame = best?.rank === found.rank && (best.rank === 1.5 || best.label === found.label)
        if (best && !isUsed && best.rank <= found.rank && !isSame) continue
        if (best && isUsed && found.rank > best.rank && !isOfNext) continue
        best = found
        isUsed = false
      }
    },
    used: () => {
      isUsed = true
    },
    date: () => best?.date,
  }
}

interface HeadingDate {
  readonly rank: Rank
  readonly date: Dated
  readonly label: string
}

function labelledDates(row: PageRow, order: 'day-first' | 'month-first' | undefined): HeadingDate[] {
  return row.cells.flatMap((cell, index) => {
    if (cell.text === '') return []
    return findDates(cell.text, { order }).flatMap(({ start, date }) => {
      if (date.precision === 'year' && !date.isAmbiguous) return []
      const before = cell.text.slice(Math.max(0, start - 60), start)
      const label = before.trim() === '' ? (row.cells[index - 1]?.text ?? '') : before
      if (NEVER.test(label)) return []
      const known = LABELS.find(([pattern]) => pattern.test(label))
      if (!known || (known[1] === 4 && cell.text.length > 80)) return []
      return [{ rank: known[1], date: { ...date, dateKind: known[2] }, label: label.trim().toLowerCase() }]
    })
  })
}

/** The one day of a bar: it opens the line, or ends a cell of it, and no word says that it is another's. */
function barDate(row: PageRow, order: 'day-first' | 'month-first' | undefined): HeadingDate[] {
  const dates = row.cells.flatMap((cell, index) =>
    findDates(cell.text, { order }).map((found) => ({ ...found, cell, index })),
  )
  const [only, ...more] = dates
  if (!only || more.length > 0 || (only.date.precision !== 'day' && only.date.precision !== 'minute')) return []
  const { cell, index, start, end, date } = only
  const before = cell.text.slice(0, start)
  if (NEVER.test(before) || (before.trim() === '' && NEVER.test(row.cells[index - 1]?.text ?? ''))) return []
  const opens = before.trim() === ''
  const closes = /^[\s)\].:]*$/u.test(cell.text.slice(end))
  return opens || closes ? [{ rank: 1.5, date: { ...date, dateKind: 'stated' }, label: '' }] : []
}
