/**
 * `No known drug allergies` answers `allergic to penicillin?`: what is said of a whole class is said of its members.
 * Of drugs it speaks only of drugs, so it says nothing about peanuts.
 */
const NONE =
  /\bnk(?:d?a|ma)\b|\bno (?:known |current |reported )?(?:(?:drug|medication|medicine|food|environmental)[\w ]* )?allerg\w*|\bno known\b|\b(?:none|nil)(?: known| reported| recorded)?\b|\bden(?:ies|ied)\b[\w ]*\ballerg\w*/i
const OF_DRUGS = /\bnkda\b|\b(?:drug|medication|medicine)s?\b/i
const OTHER_ALLERGEN =
  /^(?:foods?|(?:pea|tree|hazel|wal)?nuts?|peanuts?|almonds?|cashews?|eggs?|milk|dairy|lactose|soya?|wheat|gluten|sesame|fish|shellfish|seafood|prawns?|shrimps?|strawberr(?:y|ies)|fruits?|latex|rubber|nickel|metals?|plasters?|tape|adhesives?|pollen|grass|birch|hay|ragweed|dust|mites?|mou?lds?|cats?|dogs?|horses?|animals?|dander|fur|feathers?|bees?|wasps?|insects?|stings?|sun|perfumes?|fragrances?|cosmetics?)$/

/** `words`: the unit; `place`: the heading and label it stands under; `asked`: the substances of the question. */
export function isNoneKnown(words: string, place: string, asked: readonly string[]): boolean {
  const whole = `${place}\n${words}`
  if (!/allerg|nk(?:d?a|ma)\b|intoleranc|adverse/i.test(whole) || !NONE.test(words)) return false
  return !OF_DRUGS.test(whole) || !asked.some((token) => OTHER_ALLERGEN.test(token))
}
