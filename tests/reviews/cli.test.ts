import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { vaultCli } from '../cli/vault-cli.ts'
import { scriptedExtractor } from '../facts/scripted-extractor.ts'

test('a review is made at the command line, printed with its places, and kept', async () => {
  const { cli, api, desk, personId } = await vaultCli({ extractor: scriptedExtractor() })
  const path = join(desk, 'note.md')
  writeFileSync(path, ['Potassium = 5.9 mmol/L [3.5-5.0] H @ 2024-03-04', 'allergy: Latex'].join('\n'))
  await cli('import', path, '--wait')
  await api.facts.enter({ personId, kind: 'allergy', name: 'Nickel' })

  const { exitCode, stdout } = await cli('review', 'chart', '--person', 'Ada Example')
  expect(exitCode).toBe(0)
  expect(stdout).toContain(
    'Allergies\n  Latex.\n      note, page 1: “allergy: Latex”\n  Nickel. (said by a person, on no page)\n',
  )
  expect(stdout).toContain('Potassium 5.9 mmol/L on 4 March 2024 (high by its report, range 3.5-5.0).')
  const { review, ...nothingElse } = JSON.parse((await cli('review', 'visit', '--since', '2024-01', '--json')).stdout)
  expect(nothingElse).toEqual({})
  expect(review).toMatchObject({ kind: 'visit', personId, inputs: { since: '2024-01' } })
  expect((await api.reviews.list({ filter: { personId } })).items).toHaveLength(2)
})

test('another name, and a date for a review that takes none, are told before anything is made', async () => {
  const { cli, api, personId } = await vaultCli({ extractor: scriptedExtractor() })
  expect(await cli('review', 'everything')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('chart') })
  expect(await cli('review', 'chart', '--since', '2024')).toMatchObject({ exitCode: 2 })
  await expect(cli('review', 'visit', '--since', 'May')).rejects.toThrow('--since takes a date')
  expect((await api.reviews.list({ filter: { personId } })).items).toEqual([])
})
