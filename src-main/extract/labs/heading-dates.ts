/**
 * The day of the results that follow, from the lines above them: collected before received before reported. A day of
 * birth, of printing or of a page's foot is never one.
 */
import { findDates } from '../dates.ts'
import type { PageRow } from '../page-rows.ts'
import type { Dated } from './reading.ts'

type Rank = 1 | 2 | 3 | 4

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
  readonly see: (row: PageRow, order: 'day-first' | 'month-first' | undefined) => void
  /** Results were read: what is said from now on is of those that follow. */
  readonly used: () => void
  readonly date: () => Dated | undefined
}

export function createHeadingDates(): HeadingDates {
  let best: { readonly rank: Rank; readonly date: Dated } | undefined
  let isUsed = false
  return {
    see: (row, order) => {
      for (const found of labelledDates(row, order)) {
        if (best && !isUsed && best.rank <= found.rank) continue
        if (best && isUsed && found.rank > best.rank && found.rank !== 4) continue
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

function labelledDates(row: PageRow, order: 'day-first' | 'month-first' | undefined): { rank: Rank; date: Dated }[] {
  return row.cells.flatMap((cell, index) => {
    if (cell.text === '') return []
    return findDates(cell.text, { order }).flatMap(({ start, date }) => {
      if (date.precision === 'year' && !date.isAmbiguous) return []
      const before = cell.text.slice(Math.max(0, start - 60), start)
      const label = before.trim() === '' ? (row.cells[index - 1]?.text ?? '') : before
      if (NEVER.test(label)) return []
      const known = LABELS.find(([pattern]) => pattern.test(label))
      if (!known || (known[1] === 4 && cell.text.length > 80)) return []
      return [{ rank: known[1], date: { ...date, dateKind: known[2] } }]
    })
  })
}
