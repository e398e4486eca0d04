/**
 * What a column holds, from the words of its heading. Every word must be known: a heading with one that is not says
 * nothing, so that sentences and other tables are not taken for headings of results.
 */

export type Role =
  | 'name'
  | 'result'
  | 'flag'
  | 'unit'
  | 'range'
  | 'range-low'
  | 'range-high'
  | 'previous'
  | 'previous-date'
  | 'date'
  | 'code'
  | 'other'

/** Several when one cell holds the headings of neighbours, in order, each with its place in the text. */
export interface HeadedPart {
  readonly role: Role
  readonly start: number
  readonly end: number
}

/** Undefined unless the whole text is headings of a table of results. `isAlone`: no other cell stands in the row. */
export function headingRoles(text: string, isAlone = false): HeadedPart[] | undefined {
  if (SIGNS.test(text)) return [{ role: 'flag', start: 0, end: text.length }]
  if (text.length > 60 || /[:;?!]\s*$/u.test(text)) return
  const words = [
    ...text
      .replace(/\b(units?) of measure(?:ment)?\b/giu, (all, unit: string) => unit.padEnd(all.length))
      .matchAll(/[\p{L}\d.#%']+/gu),
  ].map((match) => ({
    word: match[0].toLowerCase().replace(/\.$/u, ''),
    start: match.index,
    end: match.index + match[0].length,
  }))
  if (words.length === 0 || words.length > 8) return
  const parts: { words: string[]; start: number; end: number }[] = []
  for (const { word, start, end } of words) {
    if (!KNOWN.has(word)) return
    const last = parts.at(-1)
    if (!last || !isJoined(last.words, word, isAlone)) parts.push({ words: [word], start, end })
    else {
      last.words.push(word)
      last.end = end
    }
  }
  const roles = parts.map(({ words, start, end }, at) => {
    const role = roleOf(words)
    const isOfPrevious = role === 'date' && roleOf(parts[at - 1]?.words ?? []) === 'previous'
    return { role: isOfPrevious ? ('previous-date' as const) : role, start, end }
  })
  return roles.every(({ role }) => role !== undefined) ? (roles as HeadedPart[]) : undefined
}

/** `+/-`, `H/L` written as arrows: the signs that the column holds. */
const SIGNS = /^(?:\+\s?\/\s?[-\u2212\u2013]|±|↑\s?\/?\s?↓)$/u

/** A word that heads a column of a table that is not one of results: medicines, bills, meals. */
export const isForeignHeading = (text: string) =>
  text.length <= 40 &&
  /^(?:medications?|medicines?|drugs?|dose|dosage|strength|frequency|directions|sig|refills?|route|vaccines?|lot(?: n.*)?|allergen|allerg(?:y|ies)|reaction|severity|item|description|qty|quantity|price|amount|charges?|total|cpt|balance|payment|food|meals?|serving.*|calories|kcal|carbs|protein \(g\)|appointment|provider|location|medikament|dosierung|arzneimittel|wirkstoff|m[ée]dicament|posologie|medicamento|dosis)$/iu.test(
    text.trim(),
  )

const words = (text: string) => text.split(' ')

/** In order of weight: `previous result` is a previous column, `normal value` a range, `test result` a result. */
const LEXICON: readonly (readonly [Role, ReadonlySet<string>])[] = [
  [
    'previous',
    new Set(
      words(
        'previous prior last earlier history historical vorwert vorbefund vorwerte antériorité antériorités antérieur antérieure anterior anteriores precedente precedenti vorige vorheriger föregående poprzedni',
      ),
    ),
  ],
  ['range-low', new Set(words('min minimum'))],
  ['range-high', new Set(words('max maximum'))],
  [
    'range',
    new Set(
      words(
        'range ranges standard interval intervals reference ref references normal normals expected accepted target biological therapeutic limits norm norms norma norme normes normwert normwerte normalwert normalwerte normalbereich normbereich referenz referenzbereich referenzwert referenzwerte referenzintervall référence références referencia referência referencias rango riferimento referentiewaarde referentiewaarden referentie normaalwaarden referensintervall referensvärde referenceinterval referanseområde referencyjny zakres referans aralığı bereich desirable usual',
      ),
    ),
  ],
  [
    'unit',
    new Set(
      words(
        'unit units uom einheit einheiten unité unités unidad unidades unità unidade eenheid enhet enhed jednostka birim um',
      ),
    ),
  ],
  [
    'flag',
    new Set(
      words(
        'flag flags abnormal abn abnormality hl h/l bewertung markierung markierungen interp interpretation alert indicator',
      ),
    ),
  ],
  ['date', new Set(words('date time collected datum zeit fecha data heure hora dato'))],
  [
    'code',
    new Set(
      words(
        'code codes loinc lab no nr id site performed performing method methodology methode méthode metodo método methods',
      ),
    ),
  ],
  [
    'other',
    new Set(
      words(
        'comment comments note notes remark remarks kommentar bemerkung commentaire observaciones status specimen material sample material',
      ),
    ),
  ],
  [
    'result',
    new Set(
      words(
        'result results value values finding current latest observed measured outcome ergebnis ergebnisse wert messwert resultat resultate resultaten resultado resultados résultat résultats valeur valeurs valor valores esito risultato risultati valore valori uitslag waarde wynik sonuç tulos värde out',
      ),
    ),
  ],
  [
    'name',
    new Set(
      words(
        'test tests name analyte analytes component components assay parameter parameters investigation investigations examination exam examen study procedure measurement determination measure untersuchung untersuchungen analyse analysen analyses analyt bezeichnung messgröße laborwert paramètre examens prueba pruebas determinación determinaciones análisis analisis esame esami analisi exame exames bepaling onderzoek analys badanie tetkik parametro parámetro laboratory chemistry hematology haematology panel',
      ),
    ),
  ],
]

/** `previous result` is one heading, `result units` are two; `test result` is one only beside others. */
function isJoined(before: readonly string[], word: string, isAlone: boolean): boolean {
  const last = before.at(-1) ?? ''
  if (isColumnOfItsOwn(before.map(wordRole), wordRole(word))) return false
  if (FILLERS.has(last) || FILLERS.has(word)) return true
  const [first, second] = [wordRole(last), wordRole(word)]
  if (first === undefined || second === undefined || first === second) return true
  if ((first === 'name' && second === 'result') || (first === 'result' && second === 'date')) return !isAlone
  return JOINS.has(`${first} ${second}`)
}

/** `current result and flag`, `previous result and date`: one title over two columns. */
const isColumnOfItsOwn = (before: readonly (Role | undefined)[], role: Role | undefined) =>
  before.includes('result') && (role === 'flag' || (role === 'date' && before.includes('previous')))

const wordRole = (word: string) => LEXICON.find(([, known]) => known.has(word))?.[0]
const JOINS = new Set([
  'previous result',
  'previous date',
  'range result',
  'result range',
  'result date',
  'result other',
  'name code',
  'name date',
  'name range',
  'flag result',
])
const FILLERS = new Set(
  words(
    'of the your my patient si conventional clinical adult in and or for de di del des da van la le los valores by',
  ),
)

const KNOWN: ReadonlySet<string> = new Set([
  ...LEXICON.flatMap(([, known]) => [...known]),
  ...FILLERS,
  'low',
  'high',
  'bio',
])

function roleOf(all: readonly string[]): Role | undefined {
  const plain = all.join(' ')
  if (/^(?:low|ref(?:erence)? low|low (?:limit|normal)|lower limit)$/u.test(plain)) return 'range-low'
  if (/^(?:high|ref(?:erence)? high|high (?:limit|normal)|upper limit)$/u.test(plain)) return 'range-high'
  if (/^(?:in|out of|out) range$/u.test(plain)) return 'result'
  if (/^(?:result|results|value) (?:date|time)$/u.test(plain)) return 'date'
  if (/^(?:previous|prior|last) (?:date|time)$/u.test(plain)) return 'previous-date'
  if (/^(?:test|lab|analyte) (?:name|laboratory)$/u.test(plain)) return 'name'
  return LEXICON.find(([, known]) => all.some((word) => known.has(word)))?.[0]
}
