/** Notes from a terminal. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { vaultCli } from './vault-cli.ts'

test('a note is written, shown, changed, brought back, given a file and deleted', async () => {
  const { cli, desk } = await vaultCli()
  const json = async (...argv: string[]) => JSON.parse((await cli(...argv, '--json')).stdout)
  const [text, later, paper] = ['first.txt', 'later.txt', 'paper.txt'].map((name) => join(desk, name)) as [
    string,
    string,
    string,
  ]
  writeFileSync(text, 'Slept badly.\r\nNo pain.\n')
  writeFileSync(later, 'Slept well.')
  writeFileSync(paper, 'A letter about sleep.')
  const made = await json('notes', 'add', 'Sleep', '--text-file', text, '--date', '2024-03', '--by', 'family')
  expect(made).toMatchObject({
    title: 'Sleep',
    text: 'Slept badly.\nNo pain.',
    concernsOn: '2024-03',
    author: 'family',
    version: 1,
  })
  expect(await json('notes', 'edit', made.id, '--text-file', later, '--date', 'none')).toMatchObject({
    version: 2,
    text: 'Slept well.',
  })
  expect(await json('notes', 'edit', made.id, '--restore', '1')).toMatchObject({ version: 3, concernsOn: '2024-03' })
  const { attached } = await json('notes', 'edit', made.id, '--attach', paper)
  expect(attached).toMatchObject([{ title: 'paper' }])
  expect((await json('notes', 'list')).notes).toMatchObject([{ id: made.id, attachments: 1 }])
  expect((await json('notes', 'edit', made.id, '--detach', attached[0].documentId)).attached).toEqual([])
  const shown = await cli('notes', 'show', made.id, '--versions')
  expect(shown.stdout).toMatch(/^Sleep\nConcerns +2024-03\n[\s\S]*version 3, [\s\S]*version 1 again[\s\S]*Slept well\./)
  expect((await cli('notes', 'edit', made.id)).stderr).toContain('--title')
  expect((await cli('notes', 'list', '--by', 'nobody')).exitCode).toBe(2)
  expect((await cli('notes', 'delete', made.id)).stderr).toContain('--yes')
  expect(await json('notes', 'delete', made.id, '--yes')).toEqual({ id: made.id, deleted: true })
  expect((await cli('notes', 'list')).stdout).toContain('There are no notes yet.')
})
