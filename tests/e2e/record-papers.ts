/** A person with papers of several years, read by an extractor that the tests write for: results, medicines, doubts, and some facts by hand. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NewFact } from '#contract/facts.ts'
import type { Proposal } from '../../src-main/extract/proposal.ts'
import { scriptedExtractor } from '../facts/scripted-extractor.ts'
import { printPdf } from '../support/printed.ts'
import { importAndRead, type TempApp, tempApp } from '../support/temp-app.ts'

const panel = (on: string, values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([name, rest]) => `${name} = ${rest} @ ${on}`)

const papers: Readonly<Record<string, readonly string[]>> = {
  'lab-2021.pdf': [
    'Lakeside Laboratory',
    ...panel('2021-02-11', {
      HbA1c: '5.9 % [4.0-6.0]',
      Creatinine: '71 umol/L [45-84]',
      Potassium: '4.2 mmol/L [3.5-5.0]',
      Haemoglobin: '131 g/L [120-160]',
      Ferritin: '44 ug/L',
    }),
  ],
  'copy-2021.pdf': ['Village practice', ...panel('2021-02-11', { Potassium: '4.8 mmol/L [3.5-5.0]' })],
  'lab-2023.pdf': [
    'Lakeside Laboratory',
    ...panel('2023-06-30', {
      HbA1c: '6.4 % [4.0-6.0] H',
      Creatinine: '78 umol/L [45-84]',
      Potassium: '4.6 mmol/L [3.5-5.0]',
      Haemoglobin: '118 g/L [120-160] L',
      Ferritin: '12 ug/L',
    }),
  ],
  'lab-2026.pdf': [
    'Hilltop Hospital',
    ...panel('2026-09-12', {
      HbA1c: '7.2 % [4.0-6.5] H',
      Creatinine: '1.01 mg/dL [0.5-0.95] H',
      Potassium: '5.6 mmol/L [3.5-5.1] H',
      Haemoglobin: '121 g/L [120-160]',
      Sodium: '139 mmol/L [135-145]',
      'C-reactive protein': '48 mg/L',
    }),
  ],
  'letter-2026.pdf': [
    'Discharge summary',
    'condition: Type 2 diabetes @ 2014-05-01',
    'condition: Hypertension',
    'allergy: Penicillin',
    'medication: Metformin 500 mg @ 2026-09-14',
    'medication: Lisinopril 10 mg @ 2026-09-14',
    'medication: Amlodipine 5 mg (stopped) @ 2026-09-14',
    'procedure: Colonoscopy @ 2026-09-13',
  ],
}

/** What a reading engine is unsure of. */
function withDoubts(proposal: Proposal): Proposal {
  if (proposal.name === 'Metformin') return { ...proposal, doubts: ['unsure-words'], suggestions: ['Metformin 850 mg'] }
  if (proposal.name === 'Lisinopril')
    return { ...proposal, doubts: ['near-name'], suggestions: ['Lisinopril', 'Fosinopril'] }
  if (proposal.name === 'Hypertension') return { ...proposal, doubts: ['no-date'] }
  return proposal
}

/** `names`: which of the papers, by default all but the one that contradicts another; without any nothing is imported. */
export async function recordApp(
  names: readonly string[] = Object.keys(papers).filter((name) => name !== 'copy-2021.pdf'),
): Promise<TempApp> {
  const temp = await tempApp({ extractor: scriptedExtractor({ read: withDoubts }) })
  const { api, desk, personId } = temp
  for (const name of names) writeFileSync(join(desk, name), await printPdf([{ lines: [...(papers[name] ?? [])] }]))
  const paths = names.map((name) => join(desk, name))
  if (paths.length > 0) await importAndRead(api, personId, paths)
  const enter = (fact: Omit<NewFact, 'personId' | 'isNoneKnown' | 'details'> & { details?: NewFact['details'] }) =>
    api.facts.enter({ personId, ...fact })
  for (const [on, kilos] of [
    ['2025-01', '73.4'],
    ['2025-11-20', '72.0'],
    ['2026-11-20', '71.4'],
  ] as const)
    await enter({
      kind: 'observation',
      name: 'Body weight',
      valueText: kilos,
      unit: 'kg',
      happenedOn: on,
      details: { category: 'vital-sign' },
    })
  for (const [on, pair] of [
    ['2026-10-02', '138/88'],
    ['2026-11-20', '134/84'],
  ] as const)
    await enter({
      kind: 'observation',
      name: 'Blood pressure',
      valueText: pair,
      unit: 'mmHg',
      happenedOn: on,
      details: { category: 'vital-sign' },
    })
  await enter({ kind: 'immunization', name: 'Tetanus', valueText: '', happenedOn: '2019' })
  await enter({
    kind: 'encounter',
    name: 'Eye clinic',
    valueText: '',
    happenedOn: '2025-03',
    details: { place: 'Hilltop Hospital' },
  })
  return temp
}
