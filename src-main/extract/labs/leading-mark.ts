/**
 * A mark before the name of a measure, `↑ pO2`, `* Glucose`: the paper's own flag for that row. A star may be the dot of a
 * list, so that it counts only where the page says what it stands for.
 */
import { type PrintedFlag, parseFlag } from '../flags.ts'

export interface LeadingMark {
  readonly flag?: PrintedFlag
  /** With the gap behind it. */
  readonly length: number
}

const MARK = /^(↑{1,2}|↓{1,2}|▲{1,2}|▼{1,2}|\*{1,3}|!{1,2})[ \t\u00a0]*(?=[\p{L}(])/u
const LEGEND = /\*\W{0,3}(?:=|:|denotes?\b|indicates?\b|marks?\b|means?\b|abnormal\b|out(?:side)? of\b)/iu

/** `page`: the text of the whole page. */
export function leadingMark(line: string, page: string): LeadingMark | undefined {
  const match = MARK.exec(line)
  const mark = match?.[1]
  if (!match || mark === undefined) return
  const flag = mark.startsWith('*') && !LEGEND.test(page) ? undefined : parseFlag(mark)
  return { ...(flag && { flag }), length: match[0].length }
}
