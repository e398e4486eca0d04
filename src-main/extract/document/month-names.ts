/**
 * The names of the months as papers print them, in the languages of most papers (Unicode CLDR, Gregorian calendar).
 * Short forms that are words of their own (`set`, `ago`, `mag`) are left out.
 */
const NAMES: readonly string[] = [
  'january|jan|januar|jänner|janvier|enero|gennaio|januari|janeiro',
  'february|feb|februar|feber|février|fevrier|febrero|febbraio|februari|fevereiro',
  'march|mar|märz|maerz|mär|mrz|mars|marzo|maart|mrt|março',
  'april|apr|avril|abril|aprile',
  'may|mai|mayo|maggio|mei|maio',
  'june|jun|juni|juin|junio|giugno|junho',
  'july|jul|juli|juillet|julio|luglio|julho',
  'august|aug|août|agosto|augustus',
  'september|sept|sep|septembre|septiembre|settembre|setembro',
  'october|oct|oktober|okt|octobre|octubre|ottobre|outubro',
  'november|nov|novembre|noviembre|novembro',
  'december|dec|dezember|dez|décembre|decembre|diciembre|dicembre|dezembro',
]

const numberByName = new Map(
  NAMES.flatMap((names, index) => names.split('|').map((name): [string, number] => [name, index + 1])),
)

/** For use within a pattern that ignores case; the longest first, so that none is cut short. */
export const MONTH_NAME = `(?:${[...numberByName.keys()].sort((a, b) => b.length - a.length).join('|')})`

/** 1 to 12; the name as matched by MONTH_NAME. */
export const monthNumber = (name: string): number => numberByName.get(name.toLowerCase()) ?? Number.NaN
