/**
 * Whether a page says that its own person is pregnant, or gave birth within the last six weeks: the thresholds of ACOG Committee
 * Opinion 767 (2019) hold for both. Told from the words alone, one sentence at a time; what is denied, asked, over, only possible
 * or another person's says nothing.
 */
export const statesPregnancy = (pageText: string): boolean => {
  const text = pageText.normalize('NFKC')
  const isOfBirthsOnly = BEYOND_PREGNANCY.test(text)
  return sentencesOf(text).some(
    (sentence) =>
      !NOT_NOW.test(sentence) &&
      (PREGNANT.some((pattern) => pattern.test(sentence)) ||
        isWithinSixWeeks(sentence) ||
        (!isOfBirthsOnly && hasMorePregnanciesThanBirths(sentence))),
  )
}

/** A line of a form is a sentence; so is a label with the answer on the line below. */
const sentencesOf = (text: string): readonly string[] =>
  text
    .replace(/(pregnan(?:t|cy)[^\n]{0,30}[:?])[ \t]*\n[ \t]*/giu, '$1 ')
    .split(/\n|(?<=[.;!])\s+|(?<=\?)\s+(?!(?:yes|no|y|n|unknown|unsure)\b)/iu)

const WEEKS = '\\d{1,2}(?:\\s?(?:\\+|and|&|-)?\\s?[0-6](?:/7)?\\s?d?(?:ays?)?)?'

const PREGNANT: readonly RegExp[] = [
  /\bpregnant\s*[:?]?\s*(?:yes|y\b|\[x\]|\u2612|positive)/iu,
  /\b(?:is|am|currently|now|who is|she'?s|i'?m|are|be(?:ing)?|remains|still|found to be)\s+(?:\w+\s+){0,3}?pregnant\b/iu,
  /^\W*(?:\d{1,2}[- ]?(?:y\/?o|year[- ]old|yr)\b\W*)?(?:\w+\s+){0,2}pregnant\b(?!\s*[:?])/iu,
  /\bpregnant (?:patient|woman|lady|female)\b.{0,30}\b(?:presents|presented|seen|attended|referred|here|with|at)\b/iu,
  /\b(?:current|this|ongoing|viable|intra-?uterine|singleton|twin)\s+(?:\w+\s+){0,2}?pregnancy\b/iu,
  /\bpregnancy\s*(?:\(current\)|confirmed|ongoing|status\s*[:-]?\s*(?:pregnant|yes|positive))/iu,
  /\bpregnancy(?: test)?\s*[:-]\s*(?:yes|pos(?:itive)?|current)\b|\bpregnancy test (?:is |was )?positive|\b(?:urine |serum )?hcg(?: test)?\s*[:-]?\s*(?:is |was )?positive/iu,
  /\b\d{1,2}(?:st|nd|rd|th)? weeks? pregnan(?:t|cy)|\bweeks? (?:in|into) (?:her|the|my) pregnancy/iu,
  new RegExp(
    `\\b${WEEKS}\\s?(?:w|wks?|weeks?)?['\u2019]?\\s?(?:\\d\\s?d(?:ays?)?\\s?)?(?:of )?(?:gestation(?:al age)?|ga\\b|amenorrh)`,
    'iu',
  ),
  new RegExp(
    `\\b(?:gestation(?:al age)?|EGA|GA)\\b\\s*[:=(]?\\s*(?:is |of |today |at )?${WEEKS}\\s?(?:w|wks?|weeks?|\\+|$)`,
    'iu',
  ),
  /\b\d{1,2}\s?(?:w|wks?|weeks?)\s?(?:and |,|\+)?\s?[0-6]\s?(?:d|days?)\b(?=.{0,40}\b(?:preg|gest|antenatal|prenatal|fetal|foetal|fundal|obstetric|midwife|uterine))/iu,
  /\b(?:EDD|EDC|estimated (?:due date|date of (?:delivery|confinement)))\b\s*[:=]?\s*(?:is |by \w+ )?\d/iu,
  /\b(?:in|currently in|during) (?:her|my|the) (?:first|second|third|1st|2nd|3rd) trimester\b(?! of (?:a|the|her) (?:last|previous|first))/iu,
  /\b(?:antenatal|prenatal|pre-natal) (?:clinic|visit|check(?:-?up)?|appointment|care|booking)\b(?!\s*(?::|history|records?))/iu,
  /\b(?:fetal|foetal) (?:heart (?:rate|tones?|beat)|movements?)\b.{0,20}(?:\d|present|normal|good|felt|heard|regular)/iu,
  /\bfundal height\b.{0,12}\d/iu,
]

/** G2P1 and G3P1011 (term, preterm, ended early, living), `gravida 2, para 1`. */
const COUNTS =
  /\bG\s?([1-9]\d?)\s?,?\s?P\s?(\d(?:\s?[-,]?\s?\d){0,3})(?:\s?,?\s?A(?:b)?\s?(\d))?(?!\d)|\bgravida\s*[:=]?\s*(\d{1,2})\b[^\d]{0,8}\bpara\s*[:=]?\s*(\d(?:\s?[-,]?\s?\d){0,3})\b/iu

/**
 * How often somebody was pregnant and how often a pregnancy ended: only more of the first can mean that one goes on. On a page
 * about what ends or prevents pregnancy it says nothing.
 */
function hasMorePregnanciesThanBirths(sentence: string): boolean {
  if (/\bprimigravida\b/iu.test(sentence)) return true
  const counts = COUNTS.exec(sentence)
  if (counts === null) return false
  const ended = (counts[2] ?? counts[5] ?? '').match(/\d/gu)?.map(Number) ?? []
  const [term = 0, preterm = 0, early = 0] = ended
  return Number(counts[1] ?? counts[4]) > term + (ended.length > 2 ? preterm + early : 0) + Number(counts[3] ?? 0)
}

const BEYOND_PREGNANCY =
  /\b(?:menopaus\w*|postmenopausal|hysterectom\w*|contracept\w*|birth control|tubal|last menstrual period|LMP|annual (?:exam|gyn)|well[- ]woman|pap smear|not pregnant|non-?pregnant|pregnan(?:t|cy)(?: test)?\s*[:?-]?\s*(?:is |was )?(?:no|n|neg(?:ative)?)\b|hcg\s*[:-]?\s*neg)/iu

/** Denied, asked, over, possible, advised, or of another. */
const NOT_NOW = new RegExp(
  [
    "\\b(?:not|non|never|isn'?t|aren'?t|wasn'?t|den(?:y|ies|ied)|no|without|ruled? out|exclude[sd]?|rather than)[- ](?:\\w+ ){0,3}?(?:currently |be |been )?pregnan",
    '(?<!(?:complications?|problems?) (?:of|in|during) (?:the |this |her )?(?:current )?)\\bpregnan(?:t|cy)\\s*(?:test|status)?\\s*[:?-]?\\s*(?:is |was |result )?(?:no\\b|n\\b|neg|nil|none|not |denied|unlikely|excluded|ruled out|unknown|n/a|\\[ ?\\])',
    '\\bhcg\\b.{0,20}\\bneg',
    '\\b(?:if|whether|when|may be|might be|could be|can be|should you|unless|in case|avoid|before|become|becoming|became|get|getting|got|planning|plans|trying|tries|wish(?:es)?|hop(?:es|ing)|intend\\w*|suspect\\w*|possib\\w+|chance of|risk of|contraindicated|women|people|anyone|patients) (?:\\w+ ){0,5}?pregnan',
    '\\b(?:last|previous|past|prior|earlier|first|second|third|former|other|all|both|ectopic|molar|failed|teenage|any|number of|ended|h/o|history of|hx of) (?:\\w+ ){0,2}?pregnanc',
    '\\bpregnanc(?:y|ies) (?:in|of|loss|history|ended|complicated by .* in) ?(?:19|20)?\\d{0,2}(?:19|20)\\d\\d|\\bpregnanc(?:y|ies) (?:loss|history|ended|leaflet|category|and breast)|\\bpregnancies\\b',
    '\\b(?:was|were|had been|while|during (?:a|her (?:first|last|second|previous))|after|since) (?!\\d)(?:\\w+ ){0,3}?pregnan',
    `\\b(?<!(?:with|by) her )(?:mother|father|mum|mom|wife|husband['\u2019]?s|partner|sister|daughter|aunt|cousin|friend|colleague|niece|girlfriend|grandmother|family history)\\b(?!['\u2019]s (?:age|card|name))(?=.*\\b(?:pregnan|weeks?|gestation|trimester|gravida|postpartum|G\\d))`,
    '\\b(?:gestation|G\\s?\\d+).*\\bmother\\b',
    '\\b(?:unlikely|doubt\\w*)\\b.{0,15}\\bpregnan|\\b(?:product of|full[- ]term|uncomplicated|uneventful) (?:\\w+,? ){0,4}?pregnanc',
    '\\b(?:born|delivered|birth|premature|preterm|prematurity|ex-?prem\\w*|neonate|newborn|ex[- ]\\d\\d)\\b(?=.*\\b(?:gestation|weeks?|GA|w)\\b)(?!.*\\b(?:postpartum|post[- ]partum|postnatal|PPD|after (?:delivery|birth|c(?:a?esarean)?)|ago)\\b)',
    '\\bpregnan\\w*.{0,25}\\b(?:in|of) (?:19|20)\\d\\d\\b',
  ].join('|'),
  'iu',
)

const AFTER_BIRTH =
  '(?:post[- ]?partum|postnatal(?:ly)?|after (?:(?:vaginal |normal |the |her |giving |c(?:a?esarean)?[- ]?(?:section )?)*(?:delivery(?! of (?!(?:the |a |her )?(?:baby|infant|child|twin|son|daughter|placenta|boy|girl)))|birth|c-?section|c(?:a?esarean)(?: section)?)))'
const COUNT = '(\\d{1,3}|one|two|three|four|five|six)'
const DURATION = new RegExp(
  `\\b${COUNT}[- ](days?|d|weeks?|wks?|w)\\b\\s*(?:\\(?s/p\\)?|status)?\\s*${AFTER_BIRTH}`,
  'iu',
)
const DAY =
  /\b(?:post[- ]?partum|postnatal|PP)\s+(day|week|d|wk)\s*(?:#|no\.?|number)?\s*(\d{1,3}|one|two|three|four|five|six)\b|\bPPD\s*#\s?(\d{1,2})\b/iu
const DAY_AFTER = new RegExp(`\\b(day|week)\\s*(?:#|no\\.?)?\\s*${COUNT}\\s*${AFTER_BIRTH}`, 'iu')
const WARD =
  /\b(?:post[- ]?partum|postnatal) (?:ward|unit|check(?:-?up)?|visit|course|admission|examination)\b(?! (?:in|of) (?:19|20)\d\d)/iu

/** Six weeks are 42 days. `PPD` without `#` is a skin test. */
function isWithinSixWeeks(sentence: string): boolean {
  if (/\b(?:history of|h\/o|previous|past|depression (?:in|after))\b.{0,25}post[- ]?(?:partum|natal)/iu.test(sentence))
    return false
  const duration = DURATION.exec(sentence)
  if (duration) return days(duration[1], duration[2]) <= SIX_WEEKS_DAYS
  const day = DAY.exec(sentence)
  if (day) return days(day[2] ?? day[3], day[1] ?? 'day') <= SIX_WEEKS_DAYS
  const after = DAY_AFTER.exec(sentence)
  if (after) return days(after[2], after[1]) <= SIX_WEEKS_DAYS
  return WARD.test(sentence) && !/\b\d+[- ](?:months?|years?)\b/iu.test(sentence)
}

const SIX_WEEKS_DAYS = 42
const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six']

function days(count = '', unit = ''): number {
  const word = NUMBER_WORDS.indexOf(count.toLowerCase())
  const number = word === -1 ? Number(count) : word
  return /^w/iu.test(unit) ? number * 7 : number
}
