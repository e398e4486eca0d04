/** What is no result, whatever stands beside it: comments, amounts of food and medicine, money. */

const COMMENT =
  /^\W{0,3}(?:comments?|notes?|interpretation|remarks?|method(?:ology)?|specimen (?:quality|comment|type)|footnotes?|disclaimer|advice|see note|reference(?:s)?:|performed (?:at|by)|please note|kommentar|bemerkung|hinweis|befund|beurteilung|commentaires?|remarque|comentarios?|observaci[oó]n(?:es)?|nota|commento|opmerking)\b/iu

export const isCommentText = (text: string) => COMMENT.test(text)

/** A bare mass or volume: of a meal, a tablet, a bottle. */
export const isPlainAmount = (ucum: string) =>
  /^(?:[kmunp]?g|[mud]?L|\[oz_av\]|\[lb_av\]|\[cup_us\]|kcal|cal|k?J|min|h|s|d|wk|mo|a|[kmc]?m|\[in_i\]|\[ft_i\])$/u.test(
    ucum,
  )

export const namesMoney = (text: string) => /[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|INR)\b/u.test(text)

/** What is hoped for, asked for, supposed, compared with or of somebody else is no result of this person. */
export const isSupposed = (text: string) =>
  /\b(?:target|goal|aim(?:ed|ing)?|should|would|could|if|unless|until|whenever|when|limit|threshold|cut-?off|desired|desirable|recommend\w*|guideline|normal (?:range|values?|levels?)|reference|range|expected|values?|levels? (?:of|below|above|over|under)|mother|father|brother|sister|parent|aunt|uncle|cousin|grand\w+|family|son|daughter|per|daily|dose|tablets?|capsules?|supplement\w*|contains?|serving|ziel\w*|soll\w*|falls|wenn)\b/iu.test(
    text,
  )
