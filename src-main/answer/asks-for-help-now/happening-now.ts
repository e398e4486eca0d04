/**
 * What a clause in plain words can say of a danger to life that is there now: a small grammar of present states and of acts
 * that have just been done. Whether the clause speaks of now at all is decided in ../asks-for-help-now.ts.
 */
import {
  any,
  HOW,
  ILLNESS,
  LIMB,
  MANY,
  MEDICINE,
  NO_THING,
  OWN,
  PERSON,
  POISON,
  RECENTLY,
  SELF,
  SMALL_ONE,
  SO,
  SOMEBODY,
  STATE,
} from './wording.ts'

const compile = (...patterns: readonly string[]): readonly RegExp[] => patterns.map((pattern) => new RegExp(pattern))

/** The illness, and that what helps against it is not there. */
const NO_RESCUE =
  '(?:anaphyla\\w+|allergic reaction|attack|swelling|wheezing|breathing) (?:and |but |with |have |has |there is |is )*(?:no|without|out of|cannot find|lost) (?:\\w+ )?(?:epi ?pens?|inhalers?|adrenaline|puffer)(?! (?:on|in|prescribed|given|needed|used))'

const illness = compile(
  `\\b(?:have|has|having|got|getting|feel|feels|feeling|experiencing|suffering(?: from)?|is|in|going into|it is) ${SO}${HOW}${ILLNESS}\\b${NO_THING}`,
  `^${SO}(?:severe|sudden|crushing|terrible|unbearable|intense|worst|extreme|stabbing) (?:\\w+ )?${ILLNESS}`,
  `^${HOW}${ILLNESS} (?:and|with|that|which|going|spreading|radiating|right now|now|please|help|getting|will not)\\b`,
  // a perfect that reaches to today
  `\\b(?:have|has) (?:been having|had) ${HOW}${ILLNESS} (?:since|for|all) (?:the |this |last |past |about |over |almost |half )*(?:an? |morning|night|day|today|yesterday|noon|lunch|breakfast|hours?|minutes?|\\w+ (?:minutes?|mins?|hours?|hrs?))`,
  `\\bchest ${SO}(?:hurts?|hurting|aches?|is ${SO}(?:hurting|tight|aching|killing|pounding|burning|on fire|heavy)|feels ${SO}(?:tight|heavy|like|crushed|squeezed|weird))`,
  `(?:^${SO}|\\b(?:have|has|having|got|is) )${HOW}worst headache`,
  `(?:^|\\b(?:have|having|got|is) )${HOW}sudden ${HOW}(?:weakness|numbness|headache|confusion|blindness|paralysis|loss of)`,
  `\\bheart ${SO}(?:is )?${SO}(?:racing|pounding)\\b.*\\b(?:pass out|faint|black out|dizzy|die|dying)|\\bheart (?:has |just )?${SO}stopped`,
  `\\b(?:going|about) to (?:pass out|faint|black out|collapse)`,
  `\\b${ILLNESS} ${SO}(?:has |have )?${SO}(?:started|began|begun|came on|come on|hit) (?:\\w+ )?(?:${RECENTLY}|suddenly|out of nowhere)`,
  '\\bchest (?:has |just )*started (?:to )?(?:hurt|ach|burn|tighten)\\w*\\b.*\\b(?:not stopped|ago|will not|today|tonight|worse)\\b',
  `\\b(?:elephant|weight|anvil|bricks?|tons?|something|someone) (?:sitting |standing |pressing |heavy |pushing |is )*on (?:my|his|her) chest\\b(?! \\w*(?:x|ct|scan|wall))`,
  `\\b${NO_RESCUE}`,
  '\\barm\\b.*\\bjaw (?:hurts?|aches?|pain)|\\bjaw\\b.*\\barm (?:hurts?|aches?|pain)',
)

const breathing = compile(
  `\\b(?:cannot|can hardly|can barely|hardly|barely|unable to|not able to|struggl\\w+ to|fighting to|hard to|not|stopped|stops) ${SO}(?:breathing|breathe?|get (?:any |enough )?air|catch \\w+ breath)\\b(?! (?:\\w+ )?(?:at night|overnight|(?:in|during) (?:\\w+ )?sleep|while asleep))`,
  `\\bbreathing (?:is |are |gets? |getting )+${SO}(?:harder|difficult|shallow|labou?red|worse|noisy|fast|funny|weird|strange)`,
  `\\b(?:throat|tongue|airways?) (?:is |feels |keeps |are )?${SO}(?:swelling|swollen|closing|closed|tight|tightening|swelled)`,
  `\\b(?:face|lips?|neck|tongue|throat) (?:is |are |keeps? )?${SO}(?:swelling|puffing|puffed|getting (?:bigger|thicker|tighter))`,
  `\\b(?:lips?|fingers|nails|face) (?:is|are|look|turned|going|gone) ${SO}(?:blue|purple|gr[ae]y)\\b`,
  '\\bstuck in (?:my|his|her|the) (?:throat|airway|windpipe)',
  '\\b(?:epi ?pen|inhaler) (?:is|does|did) not (?:work|help)|\\binhaler (?:is )?(?:empty|finished)|\\bused (?:the|my|his|her) epi ?pen',
)

const consciousness = compile(
  `\\b(?:am|is|are|was just|got|has|have|been|keeps?|feels?|feel like i am|just|found \\w+) ${SO}${STATE}`,
  `^(?!my )(?:\\w+ )?${SO}${STATE}(?= (?:and|heavily|badly|help|now|right|to|please|on|at|cannot|since|for|a lot|so|very|will not)|$)`,
  `\\b${PERSON} ${SO}(?:does|do|is|are|will) not ${SO}(?:respond|responding|react|reacting|answering|breathe)\\b`,
  `\\b${PERSON} ${SO}(?:collapsed|passed out|fainted|blacked out|turned blue|went blue|overdosed|went limp|od|odd)\\b(?! (?:one|that|thing|numbers?|eye|[\\d]))`,
  `\\b${PERSON} (?:is|am|looks?|has gone) ${SO}cold and (?:gr[ae]y|clammy|blue|white)`,
  `\\bfound (?:him|her|them|${OWN} \\w+|${PERSON}) (?:\\w+ ){0,5}?(?:not (?:moving|breathing|responding|responsive|awake|waking)|unresponsive|unconscious|lifeless|hanging|blue|face down)`,
  `\\bcannot get (?:\\w+ ){1,2}?to (?:wake|respond|breathe|answer|move|react)\\b`,
  `\\b${SMALL_ONE} (?:\\w+ ){0,8}?(?:is|are|looks?|gone|went) ${SO}(?:floppy|limp|blue|gr[ae]y|lifeless|listless)\\b(?! at)|^(?:baby|newborn|infant) ${SO}floppy and\\b`,
  `\\b(?:no|cannot (?:find|feel) (?:a|any|his|her|the)) pulse\\b(?! (?:\\w+ ){0,2}?(?:in|at|on|over|below) (?:\\w+ ){0,2}?(?:foot|feet|ankle|toes?|legs?|groin|arms?|wrist|dorsalis))`,
  `\\b(?:will not|cannot|not) (?:be woken|wake|waking)(?: ${any('him|her|them|up|\\w+ \\w+ up', `${OWN} \\w+`)})?\\b(?! up (?:in|at|before|early))`,
  `\\b(?:dropped|fell|went) (?:to|on|down) (?:the|to the) (?:floor|ground)|\\bfell .*and (?:is not|will not|cannot)|\\beyes (?:are |have )?rolled`,
  '\\bcannot feel (?:the|my) baby\\b|\\bbaby (?:is not|has not been|has stopped|stopped) moving|\\bbaby has not (?:moved|kicked)(?! (?:\\w+ )?(?:bowels?|up|on|home))',
  '\\b(?:have|has) not felt (?:\\w+ ){1,2}?(?:move|kick|moving|kicking|movements?)\\b',
  `\\b(?:see|feel) the (?:cord|head)\\b|\\b(?:cord|babys? head) is ${SO}(?:coming|hanging|out|showing|visible)|\\bbaby is ${SO}coming\\b|\\bwaters? (?:have |has )?${SO}(?:broke|broken)\\b`,
)

const HALF =
  '(?:half|one side|left side|right side|left half|right half)(?: (?:of )?(?:my|his|her|the) (?:face|body|head|mouth))?'
const POWERLESS = '(?:numb|weak|dead|limp|floppy|paraly[sz]ed|droopy)'

const stroke = compile(
  `\\b(?:${HALF}|face|cheek|mouth|tongue) (?:is |has |have |feels |just )+${SO}(?:gone |going |went |turned )?${SO}${POWERLESS}`,
  `\\b(?:${HALF}|face|${LIMB}) ${SO}(?:went|goes|going|gone|became|turned) ${SO}${POWERLESS} (?:\\w+ ){0,3}?${RECENTLY}`,
  `\\b${HALF} ${SO}(?:has |have |is |just )*(?:stopped working|not working|will not (?:work|move))`,
  '\\b(?:vision|sight) (?:has |is )?(?:just|suddenly) (?:went|gone|going)\\b',
  `\\b(?:words|speech) (?:is |are )?${SO}(?:(?:make|makes|making) no sense|jumbled|garbled|not making sense)|\\b${PERSON} (?:is )?${SO}(?:not making (?:any )?sense|talking (?:gibberish|nonsense|rubbish))`,
  `\\b(?:signs|symptoms) of a stroke ${SO}(?:now|started)|\\bstroke symptoms ${SO}(?:now|started)`,
  `\\b(?:suddenly|just) (?:cannot|could not|unable to) (?:see|speak|talk|walk|move)\\b`,
  `\\b(?:face|mouth|smile|eyelid) (?:is |has |just )?${SO}(?:drooping|drooped|droopy|crooked|lopsided)`,
  `\\bspeech (?:is )?${SO}(?:slurred|slurring|garbled)|\\bslurring (?:\\w+ )?(?:words|speech)`,
  `\\bcannot (?:move|lift|raise|feel) (?:${OWN} )?(?:\\w+ )?${LIMB}\\b`,
  `\\b${LIMB} (?:just |suddenly )+(?:went|became|is|got|feels) ${SO}(?:numb|weak|limp|paraly[sz]ed|dead)`,
  `\\b(?:suddenly|all of a sudden|out of nowhere)\\b.*\\b(?:cannot|numb|weak|confused|paraly[sz]ed|blind|slurr\\w+|droop\\w+)\\b`,
  `\\b(?:cannot|numb|weak|confused|paraly[sz]ed|blind)\\b.*\\b(?:suddenly|all of a sudden|out of nowhere)\\b`,
  '\\b(?:suddenly|just) lost (?:\\w+ )?(?:vision|sight|feeling|speech|consciousness)',
)

const bleeding = compile(
  '\\b(?:heavily|badly|severely|profusely) bleeding\\b(?! (?:episode|event|history|risk))',
  `\\b(?:bleeding|bleed|nosebleed|blood)\\b.*\\b(?:will not|does not|is not|not|never) stop`,
  '\\b(?:will not|cannot|does not|not) stop (?:the |my |his |her |this )?bleeding',
  `\\b${PERSON} (?:am|is|are) ${SO}bleeding\\b`,
  `\\bblood (?:is|are|keeps) ${SO}(?:pouring|gushing|spurting|coming|running|spraying|everywhere)|\\bblood everywhere`,
  '\\b(?:gushing|spurting|pouring|dripping with|covered in|lost a lot of) blood',
  `\\bpregnant and ${SO}bleeding\\b|\\bbleeding and ${SO}(?:i am )?pregnant`,
  '\\b(?:and|also|now) (?:vomiting|coughing|throwing|spitting|puking)(?: up)? blood\\b(?! (?:test|work|count|sample))',
  `\\b(?:just |keep |keeps )${SO}(?:puked|puking|vomited|vomiting|coughed|coughing|threw|throwing) (?:up )?blood`,
)

const poisoned = compile(
  `\\b(?:swallowed|drank|drunk|ate|eaten|inhaled|breathed in|injected|licked|taken|took|got into|gotten into) (?:\\w+ ){0,4}?${POISON}`,
  `\\b${SMALL_ONE} ${SO}(?:has |have )?${SO}(?:swallowed|drank|drunk|ate|eaten|got into|gotten into) (?:\\w+ ){0,6}?(?:${MEDICINE}|coin|button|nail|pin|needle|glass)\\b`,
  `\\b(?:took|taken|swallowed|injected|ate|eaten|drank) ${SO}(?:\\w+ ){0,2}?${MANY} (?:\\w+ ){0,4}?(?:${MEDICINE}|bottle|box|pack|doses?)\\b`,
  `\\b(?:took|taken|swallowed) ${SO}[1-9]\\d+ of (?:my|his|her|the|their)\\b`,
  `\\b(?:took|taken|swallowed|injected) ${SO}(?:an overdose|(?:a )?double dose|(?:far |way )?too (?:many|much))`,
  `\\b(?:have|has|had|is|am|are) ${SO}(?:overdosed|overdosing|been poisoned|od|odd)\\b(?! (?:one|that|thing|numbers?|eye))`,
  `^${SO}overdosed (?:on|myself)\\b`,
  '\\b(?:monoxide|co|gas|smoke) (?:alarm|detector) (?:is|keeps|went|just|has gone|gone|going|beeping|sounding|ringing|screaming)',
  '\\b(?:monoxide|co|gas|smoke) (?:alarm|detector) and (?:\\w+ ){0,4}?(?:sick|dizzy|headaches?|faint|drowsy|vomiting)\\b',
)

const injured = compile(
  '\\b(?:house|home|flat|apartment|kitchen|bed|hair|clothes|shirt|car|building|garage) (?:is |are |has |just |caught )*on fire\\b|\\b(?:trapped|stuck) in (?:a|the) (?:burning|fire|smoke)',
  `\\bwas ${SO}(?:stabbed|shot|bitten|electrocuted|run over|hit) (?:\\w+ ){0,4}?${RECENTLY}|^i (?:have )?cut too deep`,
  '\\b(?:pacemaker|icd|defibrillator) (?:is|keeps) (?:\\w+ )?(?:shocking|zapping|firing)|\\b(?:smoke|fire|flames) everywhere\\b',
  '\\b(?:have|has|got|is|are) (?:\\w+ )?burn(?:s|ed|t) (?:all over|everywhere|over)|^(?:just )?scalded (?:my|his|her)\\b',
  '\\b(?:pulled|spilled|spilt|poured|knocked|tipped) (?:\\w+ ){0,3}?(?:kettle|boiling|hot (?:water|oil|tea|coffee|soup|fat))(?: \\w+){0,3} (?:over|on|onto|down)\\b',
  `^(?:just )?(?:stabbed|shot|electrocuted) (?:in|by|${SELF})\\b|\\b${PERSON} ${SO}(?:stabbed|shot|electrocuted|hung|hanged|strangled|slit|drowned|set fire to) (?:${SELF}|${OWN} (?:wrists?|throat|neck))\\b|^${SO}slit ${OWN} (?:wrists?|throat)`,
  '\\bstanding (?:on|at|over) (?:the|a) (?:ledge|edge|bridge|railings?|parapet|tracks|roof|motorway)\\b',
  '\\bbone (?:is )?sticking out|\\bgas leak\\b|\\bgiving birth in\\b|\\bin a (?:car )?(?:crash|accident) (?:just )?now',
  '\\b(?:bitten|stung|bit) by (?:a|some) (?:snake|scorpion|spider|shark)|\\b(?:snake|scorpion) (?:just |has )?(?:bit|stung)|^snake bite',
  `\\bburn(?:ed|t) ${SELF}\\b|\\bgot (?:\\w+ )?(?:burn(?:ed|t)|stabbed|shot|electrocuted|run over)\\b|\\bhit by a (?:car|truck|bus|train)\\b|\\bfell (?:in|into) (?:the|a) (?:pool|water|river|lake|pond)`,
  `\\b(?:cut|chopped|sawed) (?:off )?${OWN} (?:wrists?|fingers?|hand|thumb|throat|artery)`,
  '\\b(?:touched|grabbed) (?:a|the) live wire',
)

/** In a clause that states something. */
export const STATED = [...illness, ...breathing, ...consciousness, ...stroke, ...bleeding, ...poisoned, ...injured]

/** Asked or stated: a wish to die, or to do harm to oneself. */
export const SELF_HARM = compile(
  '^(?:(?:i|am|will|should|just|might|could|going|to|want|wish|about|rather|literally|feel like|please) )*kms(?:$| (?:tonight|now|today|soon|please|if|because|bye)\\b)',
  `\\bunalive ${SELF}|\\b(?:to|will|going to|gonna) (?:off|end|top|do in) (?:myself|himself|herself|themselves)\\b`,
  `\\b(?:kill|kills|killing|hang|hanging|shoot|hurt|hurting|harm|harming|cut|cutting|drown|poison) ${SELF}\\b(?<! (?:it|that|this|they|he|she) \\w+ me)`,
  '\\b(?:want|wants|wanting|wish|wishes|going|ready|planning|plans|trying|wanted|threatening|threatens|about) to (?:die|be dead|jump|end it|end (?:my|his|her|their) life|commit suicide)',
  '\\b(?:end|ending|take|taking) (?:my|his|her|their) (?:own )?life\\b|\\bend it all\\b|\\bend it (?:tonight|now|today)',
  '\\b(?:do not|does not|no longer) (?:want|wish) to (?:live|be alive|be here any ?more|wake up|go on|exist)',
  '\\b(?:commit(?:ting)? suicide|threaten\\w* suicide|(?:thinking|thoughts|think) (?:about|of) (?:suicide|killing|ending)|considering suicide|(?:feel(?:ing|s)?|i am|he is|she is) (?:\\w+ )?suicidal)',
  '\\b(?:no|any|the) (?:reason|point) (?:to|in) (?:live|living|go on|going on)|\\bbetter off (?:dead|without me)|\\b(?:no one|nobody) would (?:miss|care)|\\bif i (?:was|were) (?:gone|dead)|\\bwithout me in it|\\buse it on (?:myself|himself|herself)',
)

/** Calls for help, stated or asked. */
export const CALLS = compile(
  '^(?:please |somebody |someone |can (?:you|someone|somebody) |you have to |should (?:i|we) )*(?:call|get|send|phone) (?:for )?(?:me )?(?:911|999|112|000|111|an ambulance|the ambulance|emergency services|the paramedics)',
  '\\b(?:need|want|needs) (?:an? )?(?:ambulance|paramedics?|emergency help)',
  '^(?:(?:i|we|he|she|you|they) )?(?:needs?|want|call|ring|dial|get) (?:to call )?(?:911|999|112|000|111|108|995)(?:$| (?:now|please|help|here|asap|fast|quick|right)\\b)|^(?:911|999)(?:$| (?:now|please|help|emergency)\\b)',
  '^(?:please |someone |somebody )*(?:send|get|need|want) (?:me |us )?help (?:now|please|right|quick|fast|asap|here)\\b',
  '^(?:please )?help (?:me|us|him|her|my)\\b(?! (?:find|understand|read|with|to|see|remember|import|open|search|get))|\\bneed help (?:right )?(?:now|immediately|urgently|fast|quick)',
  '^(?:this|it|its|there|we have|i am having|he is having|she is having) (?:is )?(?:an |a (?:medical|real|diabetic) )emergency(?:$| (?:please|help|now|and|here))|^sos$|^(?:an )?ambulance (?:please|now|quick)',
)

/** Questions about what is going on at this moment. */
export const ASKED_NOW = compile(
  `^(?:why )?(?:am|is|are) ${SOMEBODY} ${SO}(?:having|getting|going into) ${HOW}${ILLNESS}\\b${NO_THING}`,
  `^(?:is|could|might|can) (?:this|it|that) (?:be )?${HOW}${ILLNESS}(?:$| (?:if|or|because|when) )`,
  `^(?:why )?(?:am|is|are) ${SOMEBODY} ${SO}(?:choking|suffocating|not breathing|not responding|not waking|unconscious|unresponsive|turning blue|convulsing|seizing|dying|overdosing|coughing up blood|vomiting blood|bleeding (?:so|heav|a lot))`,
  `^why (?:cannot|can|will|is) ${SOMEBODY} (?:not |hardly |barely )?(?:breathe?|wake|move)\\b`,
  `^why (?:does|is|do) my chest ${SO}(?:hurt|hurting|tight|feel tight)`,
  '^(?:how|should|do|can) (?:\\w+ ){1,4}?(?:cpr|heimlich)\\b',
  '^how (?:do|can|should|to) (?:i |we |you )?(?:stop|save|help|revive|resuscitate) (?:\\w+ ){0,3}?(?:bleeding|choking|breathing|dying|seizing|overdos\\w+)',
  `^what (?:to do|do i do|do we do|should i do|can i do) (?:when|if|for) ${SOMEBODY} ${SO}(?:is|are|has|have|cannot|stops?) ${SO}(?:${STATE}|having ${HOW}${ILLNESS}|breathe?|breathing)`,
)
