/**
 * Whether four digits by themselves are a year: only after words that say so, and never where they could count
 * something or be a time of day (`until 2000`, `2015: seen by the doctor`).
 */
export function isYear(before: string, after: string): boolean {
  if (COUNTED.test(after)) return false
  if (/\($/.test(before)) return /\p{L}[.,]? ?\($/u.test(before) && /^\)/.test(after)
  if (/\p{L}, $/u.test(before)) return /^(?:[.;)\n]|$)/.test(after)
  return SAYS_YEAR.test(before)
}

/** `in 2008 and 2012`: what stands between a year and the next that may lean on it. */
export const joinsYears = (between: string): boolean => /^(?:, | and |, and | or |\/| ?[-–] ?| to )$/.test(between)

const SAYS_YEAR =
  /(?:^|[^\p{L}])(?:in|since|year|years|circa|ca\.|c\.|early|late|mid|mid-|spring|summer|autumn|fall|winter|christmas|easter|dated|born|during|back in|season|seit|im jahre?|anno|depuis|desde|dal)[ \u00a0\n]$/iu

/** What follows a number that is no year. */
const COUNTED =
  /^[ \u00a0]?(?:[%°×*$€£+]|x\b|[µμ]|-?(?:[kmcdnp]?(?:g|l|m|mol|cal|iu|eq|w|j|pa)|mcg|ug|grams?|milligrams?|milli(?:litres?|liters?)|cc|iu|units?|u|lbs?|pounds?|mmhg|bpm|kcal|calories|steps|people|patients|persons|women|men|children|participants|times|cases|cells?|copies|tablets?|capsules?|doses?|drops?|puffs?|hours?|hrs?|h|minutes?|mins?|seconds?|days?|weeks?|weekly|daily|months?|years?|am|pm|per|to \d|or more|or less)(?![\p{L}]))|^[.,:/-]\d/iu
