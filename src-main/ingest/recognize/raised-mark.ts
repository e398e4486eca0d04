/**
 * The raised mark of a power, `10^9/L`, is read as letters or as a figure: `10M9/L`, `x1079/L`. Nothing else is printed like
 * that, so that it is what was meant. Counts per microlitre are left alone where a figure might be one of a result.
 */
const POWER_OF_TEN =
  /^(?<times>[xX×]?)10(?<mark>\d?[^\s\d/.,()*^EeFf]{0,2}|[^\s\d/.,()*^EeFf]\d)(?<power>3|6|9|12)\/(?<per>[uµ]?[LlI1]|mcL|cumm|mm3)$/u

/** As it was printed; every other word as it is. */
export function withRaisedMark(word: string): string {
  const { times = '', mark = '', power = '', per = '' } = POWER_OF_TEN.exec(word)?.groups ?? {}
  const isPerLitre = /^[LlI1]$/u.test(per) && /^(?:9|12)$/u.test(power)
  const isMark = isPerLitre || (mark !== '' && (times !== '' || /\D/u.test(mark)))
  return isMark ? `${times}10^${power}/${per.replace(/[lI1]$/u, 'L')}` : word
}
