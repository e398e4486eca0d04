/** Many short notes with a wide vocabulary, for benchmarks of bulk import and search. */
import { inventDate, inventName, makeParagraph, makeResultRows } from './prose.ts'
import { createRandom } from './random.ts'

interface LetterText {
  title: string
  text: string
}

export function makeLetterTexts(count: number, seed = 2): LetterText[] {
  const random = createRandom(seed)
  return Array.from({ length: count }, (_, index) => {
    const place = inventName(random)
    const date = inventDate(random)
    const results = makeResultRows(random, random.between(2, 6)).map(([name, value, flag, unit]) =>
      [name, value, unit, flag].filter(Boolean).join(' '),
    )
    return {
      title: `${String(index + 1).padStart(5, '0')} ${place} clinic, ${date}`,
      text: `${[
        `${place.toUpperCase()} CLINIC\nVisit of ${date}\nSeen by Dr. ${inventName(random)}`,
        makeParagraph(random, random.between(4, 8)),
        makeParagraph(random, random.between(4, 8)),
        `Results\n${results.join('\n')}`,
        `Plan\n${makeParagraph(random, random.between(2, 4))}`,
      ].join('\n\n')}\n`,
    }
  })
}
