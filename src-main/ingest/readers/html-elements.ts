/** What the elements of a web page mean for its text. */

const setOf = (names: string) => new Set(names.split(' '))

/** Never shown as text, whatever they hold. */
const unshown = setOf(
  'script style template noscript title iframe noembed noframes audio video canvas select datalist rt rp metadata defs desc',
)
export const empties = setOf(
  'area base basefont bgsound br col command embed frame hr image img input isindex keygen link meta param source track wbr',
)
/** Begin and end a line. */
export const blocks = setOf(
  'address article aside body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup html legend li listing main menu nav ol option optgroup p plaintext pre search section summary table caption tr ul blockquote xmp textarea td th tbody thead tfoot',
)
/** Have an empty line around them. */
export const spaced = setOf(
  'article aside blockquote body dl fieldset figure h1 h2 h3 h4 h5 h6 main menu nav ol p pre section table ul xmp listing',
)
export const verbatim = setOf('pre listing xmp textarea plaintext')
/** Which open element ends where another begins, as its end tag may be left out. */
export const endedBy: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['li', setOf('li')],
  ['dd', setOf('dd dt')],
  ['dt', setOf('dd dt')],
  ['option', setOf('option')],
  ['body', setOf('head')],
  ...[
    ...setOf(
      'address article aside blockquote center details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul',
    ),
  ].map((name): [string, ReadonlySet<string>] => [name, setOf('p')]),
])

export function hides(name: string, attributes: ReadonlyMap<string, string>): boolean {
  if (unshown.has(name) || attributes.has('hidden')) return true
  return /(^|[;\s])(display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(attributes.get('style') ?? '')
}

/** What a form field shows. */
export function inputText(attributes: ReadonlyMap<string, string>): string {
  const type = attributes.get('type')?.toLowerCase() ?? 'text'
  if (type === 'checkbox' || type === 'radio') return attributes.has('checked') ? '☒ ' : '☐ '
  return ['text', 'number', 'date', 'email', 'tel', 'url', 'search'].includes(type)
    ? (attributes.get('value') ?? '')
    : ''
}
