/** Tells what has been done from what is still to be done: a plan is no answer to when something was, or what it showed. */

const AHEAD =
  /\b(?:(?:next|is|are|be|was|were|now|due) due|due (?:in|on|by|for|again|every|\d)|next \w+ (?:in|on|due)|planned|scheduled|booked|upcoming|will|to be \w+|should|recommend\w*|suggest(?:ed|s)?|advised?|consider|arrang(?:e|ed)|request(?:ed)?|listed for|await(?:s|ed|ing)|pending|repeat (?:\w+ ){1,5}(?:in|every|after)|in (?:\d+|one|two|three|four|five|six|nine|twelve)(?: to \d+)? (?:days?|weeks?|months?|years?))\b/i
const AHEAD_PLACE =
  /^\W*(?:plan|planned|upcoming|next due|due|future|to do|recommendations?|follow[- ]?up|next steps)\b/im
const DONE =
  /(?<!\b(?:be|been|not|was not|not been) )\b(?:given|done|performed|administered|received|completed|carried out|underwent|showed|revealed|confirmed)\b/i

/** `place`: the heading and the label that the words stand under. */
export const isPlanned = (words: string, place: string): boolean =>
  (AHEAD.test(words) || AHEAD_PLACE.test(place)) && !DONE.test(words)
