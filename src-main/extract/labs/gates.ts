/** What is no result, whatever stands beside it: comments, amounts of food and medicine, money. */

const COMMENT =
  /^\W{0,3}(?:comments?|notes?|interpretation|remarks?|method(?:ology)?|specimen (?:quality|comment|type)|footnotes?|disclaimer|advice|see note|reference(?:s)?:|performed (?:at|by)|please note|kommentar|bemerkung|hinweis|befund|beurteilung|commentaires?|remarque|comentarios?|observaci[oó]n(?:es)?|nota|commento|opmerking)\b/iu

/** What a laboratory says of results in general: limits of groups of people, what disturbs the test, what is advised. */
const INTERPRETATION =
  /^(?:not estimated|specimen (?:slightly|mildly|moderately|grossly))\b|^(?:desirable|optimal|target|goal|cut-?offs?|values? from|stages? \d)\b.*\p{L}{3}\s+\p{L}{3}|\breference (?:interval|range)s? (?:changed?|differs?|applies|apply|is|are|was|were|for|not)\b|\b(?:for|in) (?:primary|secondary) prevention\b|\b(?:may|can|might|could) (?:interfere|be (?:falsely )?(?:raised|lowered|elevated|decreased|increased)|differ)\b|\b(?:for|in|among|of) (?:people|persons|patients|adults|individuals|children|women|men|pregnan\w+|diabetics)\b[^.;]{0,40}(?:[<>≤≥]|\d)|\bprediabetes\b.*\bdiabetes\b|\bglyc(?:a?emic) control\b|\b(?:deficiency|insufficiency|sufficiency)\b.*\b(?:below|between|above|less|greater|[<>])/iu

export const isGeneralRemark = (text: string) => INTERPRETATION.test(text)

export const isCommentText = (text: string) => COMMENT.test(text) || isGeneralRemark(text)

/** A bare mass or volume: of a meal, a tablet, a bottle. */
export const isPlainAmount = (ucum: string) =>
  /^(?:[kmunp]?g|[mud]?L|\[oz_av\]|\[lb_av\]|\[cup_us\]|kcal|cal|k?J|min|h|s|d|wk|mo|a|[kmc]?m|\[in_i\]|\[ft_i\])$/u.test(
    ucum,
  )

export const namesMoney = (text: string) => /[$€£¥₹]|\b(?:USD|EUR|GBP|CHF)\b|\bINR\s?\d[\d,]{2,}/u.test(text)

/** What is hoped for, asked for, supposed, compared with or of somebody else is no result of this person. */
export const isSupposed = (text: string) =>
  /\b(?:target|goal|aim(?:ed|ing)?|should|would|could|if|unless|until|whenever|when|limit|threshold|cut-?off|desired|desirable|recommend\w*|guideline|normal (?:range|values?|levels?)|reference|range|expected|values?|levels? (?:of|below|above|over|under)|mother|maternal|father|paternal|wife|husband|spouse|partner|donor|mum|mom|dad|brother|sister|parent|aunt|uncle|cousin|grand\w+|family|son|daughter|per|daily|dose|tablets?|capsules?|supplement\w*|contains?|serving|ziel\w*|soll\w*|falls|wenn)\b/iu.test(
    text,
  )
