/** A diary that the family keeps in Markdown. It is read as the text it is, marks included; a table is rows of cells. */
import { type Paper, pageText } from './paper.ts'
import { maren } from './people.ts'
import type { Random } from './random.ts'

export function makeMarkdownNote(random: Random): Paper {
  const reading = () => `${random.between(128, 139)}/${random.between(76, 86)}`
  const days = [18, 19, 20, 21, 22, 23]
  const rows = [
    ['Day', 'Morning', 'Evening'],
    ...days.map((day) => [`${day} March 2024`, reading(), reading()]),
    ['24 March 2024', '151/88', '133/79'],
  ]
  const written = rows.map((cells) => `| ${cells.join(' | ')} |`).toSpliced(1, 0, '| --- | --- | --- |')
  const text = (table: readonly string[]) =>
    pageText([
      `# Home blood pressure diary of ${maren.name}`,
      'Measured with the upper arm monitor, sitting, after five minutes of rest. Kept by Tobin for the visit on 2 April.',
      table.join('\n'),
      '## Remarks',
      '- The high value on 24 March (151/88) was after a sleepless night.\n' +
        '- Ankles a little swollen in the evening since the amlodipine; better with the legs up.\n' +
        '- Batteries of the monitor changed on 20 March.',
      '## Questions for the doctor',
      '1. Is the swelling from the **amlodipine**?\n2. When is the next eye check due?',
    ])
  return {
    fileName: 'oakhollow-m-blood-pressure-diary.md',
    person: maren.name,
    bytes: new TextEncoder().encode(text(written)),
    expected: { pages: [{ number: 1, text: text(rows.map((cells) => cells.join('\t'))) }] },
  }
}
