/**
 * A UCUM unit as people write it: `10*9/L` is 10⁹/L, `mm[Hg]` is mmHg. Source of the codes: ucum.org. Pure; what is not
 * known here is shown as the code itself.
 */
const whole: Readonly<Record<string, string>> = {
  Cel: '°C',
  '[degF]': '°F',
  '[lb_av]': 'lb',
  '[in_i]': 'in',
  '[ft_i]': 'ft',
  '[pH]': 'pH',
  '1': '',
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const raised = (digits: string) => [...digits].map((digit) => superscripts[Number(digit)] ?? digit).join('')

export function unitText(ucum: string): string {
  const known = whole[ucum]
  if (known !== undefined) return known
  return ucum
    .replace(/10[*^](\d+)/g, (_, power: string) => `10${raised(power)}`)
    .replace(/\{([^}]*)\}/g, (_, note: string) => note.replace('_', ' '))
    .replace(/mm\[Hg\]/g, 'mmHg')
    .replace(/\[iU\]/gi, 'IU')
    .replace(/\[(.+?)\]/g, '$1')
    .replace(/(^|\/)u(?=[a-zA-Z])/g, '$1µ')
    .replace(/\bm2\b/g, 'm²')
    .replace(/(?<=[a-zA-Z])\.(?=[a-zA-Z])/g, '·')
}

/** As written on the papers where all write it the same, else by its code. */
export function unitOfSeries({
  unit,
  points,
}: {
  readonly unit?: string | undefined
  readonly points: readonly { readonly unitText?: string | undefined; readonly isConverted: boolean }[]
}): string {
  const written = new Set(points.filter(({ isConverted }) => !isConverted).map((point) => point.unitText))
  const [only] = written
  if (written.size === 1 && only !== undefined && points.every(({ isConverted }) => !isConverted))
    return writtenUnit(only, unit)
  return unit === undefined ? (only ?? '') : unitText(unit)
}

/** What stands on a paper stays as it stands there; a code that was written as such is shown as people write it. */
export const writtenUnit = (written: string, unit: string | undefined): string =>
  written === unit ? unitText(unit) : written
