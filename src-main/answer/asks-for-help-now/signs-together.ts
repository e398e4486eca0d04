/**
 * Signs that mean danger only together, in either order: `her mouth has dropped`, `hives and a thick tongue`. They count in a
 * sentence that states something of somebody now; whether it does is decided in ../asks-for-help-now.ts.
 */
import { any, LIMB, MEDICINE, PERSON, SMALL_ONE } from './wording.ts'

const CHEST = '(?:chest|breastbone|sternum)'
const PAINFUL =
  'pains?|hurts?|hurting|heavy|tight|tightness|pressure|squeez\\w+|crush\\w+|burning|stabbing|grabb\\w+|clutch\\w+|ach\\w+|exploding'
const LASTING = any(
  'will not|cannot|keeps?|keep getting|getting worse|right now|all (?:day|morning|night|evening)|since (?:this|last|yesterday|an hour)',
  'for (?:the )?(?:past|last|an?|half|\\d+|two|three|four|five|ten|twenty) ?\\w*|sweating|sweaty|pale|gr[ae]y|faint|sick|vomit\\w*|throwing up|fell|arm|jaw|back|shoulder|dizzy|breath\\w*',
)
const CHILD = '(?:baby|newborn|infant|toddler|child|kid|son|daughter|boy|girl)'
const JUST = '(?:just|still|minutes? ago|(?:an?|half an) hour ago|will not stop|not waking|again|right now)'

const pairs: readonly (readonly [string, string])[] = [
  ['took|taken|given|gave', 'drowsy|hard to wake|unconscious|wrong (?:pills|medicine|tablets|dose)'],
  ['bleach|acid|chemicals?|lime|ammonia|cleaner', '(?:in|into|on) (?:my|his|her|the) (?:\\w+ )?(?:eyes?|face|skin)'],
  ['battery|batteries|magnets?', 'nose|ears?|throat|swallow\\w*'],
  ['contractions|pregnant|miscarry\\w*|in labou?r', 'bleeding|blood|soaking'],
  ['asthma', 'cannot|blue|not working|not helping|getting worse'],
  ['eyes', 'roll(?:ing|ed) (?:back|up)'],
  ['lungs?', '(?:filling|full) (?:up )?(?:with|of)|drowning'],
  [
    `${CHEST}.*\\b(?:pains?|paining|${PAINFUL})|(?:pains?|${PAINFUL}).*\\b${CHEST}`,
    '(?:i|we|he|she) (?:have|has|am|is|feels?)|having|paining|(?:on|in|across) (?:my|his|her) chest',
  ],
  [
    'heart (?:\\w+ ){0,4}?(?:fast|racing|pounding|irregular\\w*|fluttering|stopping)',
    'faint\\w*|dizzy|pass out|pain|sweat\\w*|breath\\w*|cannot',
  ],
  [
    'fell|fallen|lying|collapsed|floor|crash\\w*|accident|roof|stairs',
    '(?:not|cannot) (?:respond|answer|talk|move|wake|speak|get up|react)(?:ing)?|unconscious|bleeding|trapped|blood',
  ],
  [
    SMALL_ONE,
    '(?:ate|drank|swallowed|got hold of|chewed) (?:\\w+ ){0,3}?(?:whole|tube|bottle|pills|tablets|poison\\w*|pack)',
  ],
  ['mixed|combined|together with|on top of', 'alcohol|pills|drugs|vodka|tablets|bleach'],
  ['headache', 'worst (?:ever|of my life)|(?:came|come) on suddenly|thunderclap|out of nowhere'],
  ['cannot (?:talk|speak)', 'confused|droop\\w*|arm|dizzy|numb'],
  ['pills|tablets|gun|knife|rope|noose', '(?:will|going to) (?:take|swallow|use) (?:them|it|all)'],
  ['black (?:\\w+ )?(?:poo|poop|stools?)|tarry', 'faint\\w*|dizzy|light ?headed|weak|pass(?:ing|ed)? out'],
  ['diabetic|insulin|hypo', 'unconscious|unresponsive|passed out|cannot swallow|not waking'],
  [
    '(?:newborn|infant|baby|(?:day|week|month)s? old).*\\b(?:fever|temperature|temp)|(?:fever|temperature|temp)\\b.*\\b(?:newborn|infant|baby|(?:day|week|month)s? old)',
    'sleepy|drowsy|floppy|limp|letharg\\w+|listless|will not (?:feed|drink|wake)|not (?:feeding|drinking|waking)|stiff|unresponsive',
  ],
  ['burn(?:ed|t)|scald(?:ed)?', 'skin (?:is )?(?:\\w+ )?off|blister\\w* (?:all|every)\\w*'],
  [
    '(?:blood )?sugar',
    'not making sense|talking nonsense|shaking|confused|faint\\w*|passing out|unconscious|sweating|cannot|shaky',
  ],
  ['chok\\w+', 'cannot|not|blue|now|milk|food'],
  [
    'cannot (?:talk|speak|find (?:my|the|his|her) words)|words (?:come|coming|are)',
    'properly|wrong|words|suddenly|face|arm|out|jumbled',
  ],
  ['(?:side|arm|leg|face|body)', '(?:is|are|went|gone) (?:\\w+ )?paraly[sz]ed'],
  ['head', 'exploding|worst pain|thunderclap'],
  ['(?:alcohol|pills|drugs|drunk|sleeping|fever)', '(?:hard|difficult|impossible) to wake|cannot be woken'],
  [`${CHEST} (?:\\w+ ){0,4}?(?:${PAINFUL})|(?:${PAINFUL}) (?:\\w+ ){0,4}?${CHEST}`, LASTING],
  [`(?:pains?|ache) (?:\\w+ ){0,5}?(?:spreading|radiating|going|shooting) (?:in)?to`, '(?:arm|jaw|back|shoulder|neck)'],
  [`${CHILD}`, 'breathing (?:\\w+ )?(?:fast|hard|funny|weird|strange|heavily)|grunting|ribs|floppy'],
  ['(?:cannot|not) swallow', 'drool\\w*|throat|breath\\w*|choking|spit'],
  [`${PERSON} (?:has |have |just )*(?:choked|inhaled|breathed in|aspirated)`, '(?:on|an?|some|the|his|her|food|water)'],
  ['(?:coughing|gagging)', 'non ?stop|cannot stop|inhaled|swallowed|blue'],
  ['fitting|seizing|shaking|nosebleed|bleeding', 'will not stop|cannot stop|does not stop|non ?stop'],
  ['seizure|convulsion|a fit|heart attack|stroke|fainted|passed out|blacked out|anaphyla\\w+', JUST],
  ['face|mouth|smile|eyelid|lip', 'dropped|droop\\w*|crooked|lopsided|twisted|sagg\\w+|one side|hanging'],
  [
    LIMB,
    '(?:went|gone|is|are|feels?) (?:\\w+ )?(?:dead|numb|weak|limp|paraly[sz]ed|useless)(?= .*\\b(?:words|speech|speak|talk|face|suddenly|mouth|other|one side)\\b)',
  ],
  ['vision|sight|eyes?', '(?:went|gone|turned|lost) (?:\\w+ )?(?:black|dark|blind|blank|suddenly)'],
  ['unconscious|unresponsive|lifeless', any(PERSON, 'street|floor|ground|here')],
  [
    '(?:hit|banged|injured|cracked|smashed) (?:\\w+ )?head',
    'vomit\\w*|throwing up|sick|sleepy|drowsy|confused|unconscious|cannot|will not|bleeding|seizure|fluid',
  ],
  [
    '(?:took|taken|swallowed)',
    `(?:loads|tons|all|most|the rest|a (?:whole )?bunch|a load|fistful) of (?:my|his|her|the|their|${MEDICINE})`,
  ],
  [
    '(?:took|taken|had|injected|given|gave)',
    `too (?:much|many) (?:\\w+ )?(?:${MEDICINE}|alcohol|warfarin|morphine|methadone|vodka)`,
  ],
  [
    'passing|losing|coughing|vomiting|coming|pouring|pooping',
    '(?:lots?|loads|so much|clots|buckets) of blood|blood (?:out|from|clots)|too much blood',
  ],
  ['coughed|threw up|vomited|puked|spat', 'just (?:\\w+ ){0,5}?blood|blood (?:\\w+ )?just|lots? of blood'],
  ['bleed\\w*|blood', 'faint\\w*|dizzy|pregnant|so much|too much|pale|soaked|clots'],
  [
    'hives|rash|stung|sting|allerg\\w+|ate',
    '(?:tongue|throat|lips?|face|breath\\w*|airway)(?= .*\\b(?:thick|swell\\w*|swollen|tight|closing|itchy|cannot|trouble|blue|weird)\\b)',
  ],
  ['hives', '(?:cannot|hard to|trouble) (?:swallow|breath|talk|speak)\\w*'],
  ['tongue|throat', 'thick|swelling|swollen up|closing|tight'],
  ['shock', 'going into|electric|socket|outlet|in shock'],
  ['shocked', 'socket|outlet|wire|plug|power'],
  ['not worth living|end it all|written a note|goodbye', 'life|living|myself|note|everyone|kill'],
]

export const SIGNS_TOGETHER: readonly RegExp[] = pairs.map(
  ([one, other]) => new RegExp(`^(?=.*\\b(?:${one})\\b)(?=.*\\b(?:${other})\\b)`),
)
