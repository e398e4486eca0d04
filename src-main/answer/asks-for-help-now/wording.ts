/** The building blocks of the grammar in happening-now.ts: people, illnesses, states and substances, as parts of patterns. */

export const any = (...wordings: readonly string[]) => `(?:${wordings.join('|')})`

/** Between the verb and what matters. */
export const SO = `(?:${any(
  'just|now|right now|really|so|very|suddenly|all of a sudden|currently|still|already|also|badly|severely|actually|accidentally',
  'definitely|probably|maybe|literally|been|starting to|beginning to|going to|about to|pretty|quite|extremely|kind of|completely|all',
)} ){0,3}`

/** Before what is had. */
export const HOW = `(?:${any(
  'a|an|the|some|this|my|his|her|such|really|very|bad|severe|terrible|awful|horrible|sudden|strong|sharp|crushing|intense|extreme',
  'unbearable|stabbing|squeezing|heavy|serious|massive|major|huge|another|big|lot of|lots of|of|what feels like|kind of|so much|febrile',
)} ){0,4}`

export const OWN = any('my|his|her|their|the|our')
/** So short a time ago that it goes on. */
export const RECENTLY = any(
  '(?:\\w+|half an|a few|a couple of) (?:seconds?|secs?|minutes?|mins?|hours?|hrs?) ago|half (?:an )?hour ago|a moment ago',
  'just now|right now|this (?:minute|second|morning|afternoon|evening)|tonight',
)
export const SELF = any('myself|himself|herself|themselves|themself|me')
export const LIMB = any('arms?|legs?|hands?|side|face|body|foot|feet')

export const PERSON = any(
  'i|we|he|she|they|someone|somebody|everyone|baby|babies|newborn|infant|toddler|child|children|kid|kids|boy|girl|son|daughter',
  'husband|wife|partner|boyfriend|girlfriend|fiancee?|mother|mum|mom|mama|mommy|mummy|father|dad|papa|daddy|parents?',
  'brother|sister|sibling|twin|grand[a-z]+|gran|nan|nana|granny|uncle|aunt|auntie|cousin|nephew|niece|friend|mate|roommate|flatmate',
  'housemate|neighbou?r|colleague|coworker|patient|man|woman|person|lady|guy|(?:year|month|week) old',
)
export const SOMEBODY = any(PERSON, `(?:(?:${OWN}) )?(?:\\w+ ){0,2}?${PERSON}`, 'this|it|that')
export const SMALL_ONE = any(
  'baby|infant|toddler|child|kid|boy|girl|son|daughter|grandson|granddaughter|niece|nephew|(?:year|month) old|he|she',
)

/** Sudden illnesses: they are had, felt, or there. */
export const ILLNESS = any(
  'chest (?:pains?|pressure|tightness|discomfort)',
  `(?:pains?|pressure|tightness|squeezing|heaviness) (?:in|on|across|around|inside|under|behind|below) (?:${OWN} )?(?:left )?(?:chest|breastbone|sternum)`,
  '(?:trouble|difficulty|difficulties|problems?|hard time|issues) (?:with |in )?breathing',
  '(?:trouble|difficulty|hard time) (?:getting|catching) (?:any |my |his |her |enough )?(?:air|breath)',
  'shortness of breath',
  'heart attack',
  'stroke',
  '(?:seizure|convulsion|fit)s?(?! of)',
  '(?:allergic|anaphylactic) (?:reaction|shock|attack)',
  'anaphylaxis',
  'asthma attack',
  '(?:(?:carbon monoxide|gas) )?poisoning',
  'heavy bleeding|ha?emorrhage',
  '(?:thoughts|plans) (?:of|about) (?:suicide|dying|killing)',
)

/** `chest pain clinic`: the thing that is had is another. */
export const NO_THING =
  '(?! (?:clinic|appointment|history|unit|medic|drug|pills?|tablets?|plan|diary|form|questions?|guidelines?|study|x|scan|ct|mri|letter|report|results?|notes?))'

/** States that somebody is in. */
export const STATE = any(
  'choking|suffocating|drowning|gasping|convulsing|seizing|fitting(?! of)|dying|overdosing|wheezing|clutching \\w+ chest',
  '(?:struggling|fighting|gasping) for (?:air|breath)|short of breath|out of breath|breathless|not breathing(?! (?:\\w+ )?(?:at night|overnight|(?:in|during) (?:\\w+ )?sleep))',
  'unconscious|unresponsive|(?:not|hardly|barely) (?:responding|responsive|moving|waking|conscious|awake|answering)(?! to (?!me|us|him|her|any|voice|pain|touch|light))|lifeless|limp',
  '(?:turning|going|gone|turned) (?:blue|grey|gray|purple)|blue (?:in|around|at)|in cardiac arrest|in labou?r',
  'passed out|passing out|collapsed|blacked out|blacking out|losing consciousness|going into shock|slumped(?: over)?|(?:lying )?face down|foaming',
  '(?:shaking|jerking|twitching) (?:all over|uncontrollably|violently|and (?:will|is|does) not)',
  'ha?emorrhaging|bleeding(?= (?:heav|bad|a lot|so much|profuse|everywhere|out|to death|very|really|severe|and|uncontroll|non|for))',
  'soaking through|gushing|losing (?:a lot of|so much|too much) blood',
  '(?:coughing|throwing|vomiting|spitting|puking|bringing)(?: up)?(?: a lot of| lots of| bright)?(?: red)? blood',
  'suicidal|having suicidal thoughts',
  'electrocuted|stabbed|(?<=(?:am|is|are|got|been|just|somebody|someone) )shot|poisoned|burn(?:ed|t) (?:bad|severe|with|all over)',
)

/** Never swallowed on purpose. */
export const POISON = any(
  'bleach|drain|cleaner|cleaning|detergent|antifreeze|poison|battery|batteries|magnets?|petrol|gasoline|kerosene|pesticide|weed ?killer',
  'disinfectant|methanol|laundry|dishwasher|acid|lye|toxic|fumes|carbon monoxide|heroin|fentanyl|ecstasy|mdma|cocaine|meth|ghb',
)
/** What is harmful only in number, or in a child. */
export const MEDICINE = any(
  'pills?|tablets?|capsules?|medications?|medicines?|meds|drugs|tylenol|paracetamol|ibuprofen|aspirin|insulin|xanax|opioids',
)
export const MANY = any(
  '[1-9]\\d+|(?:a |the )?(?:whole|entire|full)|all|(?:far |way )?too (?:many|much)|double|triple|twice',
  'an? (?:bunch|handful|lot|load|bottle|box|pack|packet|strip) of|lots of|dozens?|handful',
)
