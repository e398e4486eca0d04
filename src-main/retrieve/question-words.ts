/**
 * Which words of a question ask, and which name what is asked about. Lists of ours, lower case; a word in neither
 * list is a subject. Stop words are compared as written, asking words by stem.
 */
import { stemOf } from './tokens.ts'

/** Carry no subject: grammar, politeness, pronouns. */
const STOP = `a an the this that these those there here it its he him his she her hers they them their theirs i me my
mine we us our ours you your yours who whom whose what which when where why how is are was were be been being am isn
aren wasn weren do does did doing done don doesn didn has have had having haven hasn hadn can could may might must
shall should will would won wouldn couldn cannot of in on at by for from to into onto with within without about against
above below under over after before during since until till up down out off between through per as than then so
and or but nor if whether not no any some all each every both either neither other another such same own only just
also too very still yet ever never again once more most much many few less least please kindly thank thanks hello hi
hey tell let s t re ve ll m ok yes okay really actually currently now today`

/** Name the act of asking, the paper or the people, not the matter. */
const GENERIC = `result level value latest last first earliest recent newest current previous prior next date day month
year time week ago long patient person mother father mom mum dad daddy mummy wife husband son daughter brother sister
grandmother grandfather grandma grandpa granny aunt uncle parent child partner baby doctor physician clinician
consultant nurse surgeon specialist practitioner provider team staff take taking took taken give gave given get got
gotten receive prescribe show mention say said note record report document state write wrote written describe list
find found finding reveal indicate evidence sign indication know known explain information info detail anything something
everything happen occur undergo underwent undergone perform carry make made see saw seen look come came go went gone use need want
have had suffer experience complain develop start began begin begun stop continue change increase decrease raise
advise advice recommend suggest propose plan check measure measurement read reading test number amount dose dosage dosing
strength frequency often quantity count reason cause purpose type kind sort name question answer mean
meaning think believe there file paper page letter note chart summary medical clinical health healthcare
treat treatment manage management put keep try tried does present presence status ever due
confirm exclude rule detect identify establish exactly approximately roughly total overall
normal abnormal high low okay range unit better worse yesterday recommended daily
active ongoing existing big small large size deep bad good attack episode flare anyone somebody someone`

const TITLES = 'mr mrs ms miss mx sir madam dr prof'

const wordsOf = (list: string) => list.split(/\s+/)
const STOP_WORDS: ReadonlySet<string> = new Set(wordsOf(STOP))
const GENERIC_STEMS: ReadonlySet<string> = new Set(wordsOf(GENERIC).map(stemOf))
const TITLE_WORDS: ReadonlySet<string> = new Set(wordsOf(TITLES))

/** `word` in lower case. */
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word) || TITLE_WORDS.has(word)
export const isTitle = (word: string): boolean => TITLE_WORDS.has(word)

/** -ly: how something was done is never what was asked about. */
export const isGenericWord = (word: string): boolean =>
  GENERIC_STEMS.has(stemOf(word)) ||
  (/..[a-z]{2}ly$/.test(word) && !/^(family|anomaly|biweekly|belly|jelly|july)$/.test(word))
