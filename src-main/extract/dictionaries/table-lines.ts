/** The lines of a table in resources/dictionaries as trimmed cells; comments and empty lines left out. Nothing is quoted. */
export const tableLines = (table: string): string[][] =>
  table
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split(',').map((cell) => cell.trim()))

/** The wordings of one meaning, as all tables write them: `Hb = hemoglobin`. */
export const wordingsOf = (cell: string): string[] =>
  cell
    .split(' = ')
    .map((wording) => wording.trim())
    .filter((wording) => wording !== '')
