import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scriptedExtractor } from '../facts/scripted-extractor.ts'
import { vaultCli } from './vault-cli.ts'

async function withNotes(...notes: readonly (readonly string[])[]) {
  const temp = await vaultCli({ extractor: scriptedExtractor() })
  const paths = notes.map((lines, at) => {
    const path = join(temp.desk, `note-${at}.md`)
    writeFileSync(path, lines.join('\n'))
    return path
  })
  const json = async (...argv: string[]) => JSON.parse((await temp.cli(...argv, '--json')).stdout)
  return { ...temp, paths, json }
}

const lab = [
  'Potassium = 5.9 mmol/L [3.5-5.0] H @ 2024-03-04',
  'Potassium = 4.9 mmol/L [3.5-5.0] @ 2024-05-04',
  'allergy: Latex',
]

test('facts are listed with exactly the keys that are promised, accepted, rejected and edited', async () => {
  const { cli, json, paths } = await withNotes(lab)
  await cli('import', ...paths, '--wait', '--person', 'Ada Example')
  const { facts, ...nothingElse } = await json('facts', '--person', 'Ada Example')
  expect(nothingElse).toEqual({})
  expect(facts).toHaveLength(3)
  const [, , potassium] = facts.toSorted((a: { happenedOn?: string }, b: { happenedOn?: string }) =>
    (b.happenedOn ?? '~') < (a.happenedOn ?? '~') ? -1 : 1,
  )
  expect(potassium).toEqual({
    ...{ id: expect.any(String), kind: 'observation', name: 'Potassium', value: 5.9, valueText: '5.9', unit: 'mmol/L' },
    ...{ rangeText: '3.5-5.0', flag: 'high', happenedOn: '2024-03-04', datePrecision: 'day', state: 'proposed' },
    provenance: [{ documentId: expect.any(String), page: 1, boxes: [], quote: lab[0] }],
  })
  expect((await json('facts', '--kind', 'allergy')).facts.map(({ name }: { name: string }) => name)).toEqual(['Latex'])
  expect((await json('facts', '--document', potassium.provenance[0].documentId)).facts).toHaveLength(3)
  expect((await json('facts', '--document', 'none')).facts).toEqual([])
  expect((await json('facts', '--limit', '1')).facts).toHaveLength(1)
  expect((await json('facts', '--as-known-on', '2024-04', '--kind', 'observation')).facts).toHaveLength(1)
  expect((await json('facts', '--as-known-on', '2024-13')).error.code).toBe('input/invalid')
  expect((await cli('facts', '--kind', 'nonsense')).exitCode).toBe(2)

  expect((await cli('facts')).stdout).toMatch(/^ID +STATE +DATE +KIND +NAME +VALUE +WHERE\n.*Potassium {2}4\.9 mmol\/L/)
  const edited = await json('facts', 'edit', potassium.id, '--value', '3.9')
  expect(edited.facts).toMatchObject([{ value: 3.9, flag: 'normal', state: 'corrected' }])
  expect((await json('facts', 'accept', edited.facts[0].id)).facts).toMatchObject([{ state: 'corrected' }])
  expect((await cli('facts', 'reject', edited.facts[0].id)).stdout).toContain('rejected: Potassium 3.9 mmol/L')
  expect((await json('facts')).facts).toHaveLength(2)
  expect((await json('facts', 'accept', 'nothing')).error.code).toBe('fact/unknown')
  expect((await cli('facts', 'edit', edited.facts[0].id)).stderr).toContain('--value')
})

test('a timeline is by date and a trend in one unit', async () => {
  const { cli, json, paths } = await withNotes(lab)
  await cli('import', ...paths, '--wait')
  const { timeline } = await json('timeline', '--person', 'Ada Example')
  expect(timeline.map(({ happenedOn }: { happenedOn?: string }) => happenedOn)).toEqual([
    '2024-05-04',
    '2024-03-04',
    undefined,
  ])
  expect((await cli('timeline')).stdout).toMatch(/^2024-05-04 .*\n2024-03-04 .*\nno date /)
  const { series } = await json('trend', 'potassium', '--person', 'Ada Example')
  expect(series[0].points.map(({ value }: { value: number }) => value)).toEqual([5.9, 4.9])
  expect((await cli('trend', 'Potassium')).stdout).toMatch(/^Potassium, mmol\/L\n {2}2024-03-04 {2}5\.9 {2}high/)
  expect((await cli('trend', 'potas')).stdout).toContain('There is "Potassium".')
  expect((await json('trend', 'Potassium', '--unit', '%')).error.code).toBe('fact/no-conversion')
})

test('a paper that names somebody else waits for an answer, which --yes gives', async () => {
  const { cli, json, paths } = await withNotes(
    ['Patient: Boris Sample', 'Sodium = 140 mmol/L'],
    ['Patient: Clara Sample', 'Zinc = 10 umol/L'],
  )
  const [first = '', second = ''] = paths
  const asked = await cli('import', first, '--wait')
  expect(asked.stdout).toContain('it names Boris Sample')
  expect((await json('facts')).facts).toEqual([])
  const { documents } = await json('documents')
  expect((await cli('whose', documents[0].id, '--person', 'Ada Example')).stdout).toContain('is with Ada Example now')
  await cli('jobs', '--wait')
  expect((await json('import', second, '--wait', '--yes')).documents).toMatchObject([{ state: 'indexed' }])
  expect((await json('facts')).facts.map(({ name }: { name: string }) => name).toSorted()).toEqual(['Sodium', 'Zinc'])
  expect((await json('whose', documents[0].id)).error.code).toBe('document/needs-no-answer')
})

test('a rebuild is proved', async () => {
  const { cli, json, paths } = await withNotes(lab)
  await cli('import', ...paths, '--wait')
  expect(await json('rebuild', '--prove')).toMatchObject({ isSame: true, facts: 3, documents: 1 })
  expect(await cli('rebuild', '--prove')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('is the same') })
})
