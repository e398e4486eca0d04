/** Results in words, crosses or titres, and what counts as usual. For invented papers only. */
export interface Finding {
  readonly id: string
  readonly panel: string
  readonly names: readonly string[]
  readonly usual: readonly string[]
  readonly unusual: readonly string[]
}

const findingRows: readonly (readonly [id: string, panel: string, names: string, usual: string, unusual: string])[] = [
  ['urine-glucose', 'Urinalysis', 'Glucose|Glucose, Urine', 'Negative', '1+|3+|Trace'],
  ['urine-protein', 'Urinalysis', 'Protein|Protein, Urine', 'Negative', 'Trace|1+|2+'],
  ['urine-ketones', 'Urinalysis', 'Ketones', 'Negative', 'Trace|2+'],
  ['urine-nitrite', 'Urinalysis', 'Nitrite, Urine|Nitrite', 'Negative', 'Positive'],
  ['urine-esterase', 'Urinalysis', 'WBC Esterase|Leukocyte Esterase', 'Negative', '1+|3+|Trace'],
  ['urine-blood', 'Urinalysis', 'Occult Blood|Blood, Urine', 'Negative', '2+|Trace'],
  ['hbsag', 'Serology', 'HBsAg Screen|Hepatitis B Surface Antigen', 'Negative', 'Positive'],
  ['hcv', 'Serology', 'Hep C Virus Ab|Hepatitis C Antibody', 'Non-Reactive', 'Reactive'],
  ['hiv', 'Serology', 'HIV Ag/Ab Screen', 'Non-Reactive', 'Reactive'],
  ['rpr', 'Serology', 'RPR', 'Non-Reactive', '1:8|1:32'],
  ['ana', 'Serology', 'ANA Titer|Antinuclear Antibodies', '<1:40|<1:80', '1:80|1:160|1:640'],
]

const list = (words: string) => words.split('|')

export const findings: readonly Finding[] = findingRows.map(([id, panel, names, usual, unusual]) => ({
  id,
  panel,
  names: list(names),
  usual: list(usual),
  unusual: list(unusual),
}))
