/** The language commands, in this process, with real packs and the real engine. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { englishModel, writePack } from '../ingest/languages/make-pack.ts'
import { vaultCli } from './vault-cli.ts'

test('a language is installed from a file, listed, and removed', async () => {
  const { cli, desk } = await vaultCli()
  expect((await cli('language', 'list')).stdout).toMatch(/^CODE +LANGUAGE +FROM\neng +English +built-in\n$/)

  const installed = await cli('language', 'install', writePack(desk, 'deu_old.traineddata', englishModel()))
  expect(installed).toMatchObject({ exitCode: 0, stderr: '' })
  expect(installed.stdout).toContain('German (old print) can be read now')
  const { languages } = JSON.parse((await cli('language', 'list', '--json')).stdout)
  expect(languages).toMatchObject([
    { code: 'deu_old', name: 'German (old print)', installedFrom: 'file', isIntact: true },
    { code: 'eng', name: 'English', installedFrom: 'built-in', isIntact: true },
  ])

  expect((await cli('language', 'remove', 'deu_old')).stdout).toContain('What was read with it stays')
  expect((await cli('language', 'list')).stdout).not.toContain('deu_old')
})

test('what is no pack, or no language, is refused with what to do next', async () => {
  const { cli, desk } = await vaultCli()
  const letter = join(desk, 'deu.traineddata')
  writeFileSync(letter, 'a letter')
  const refused = await cli('language', 'install', letter)
  expect(refused.exitCode).not.toBe(0)
  expect(refused.stderr).toContain('no language pack')
  expect(JSON.parse((await cli('language', 'remove', 'fra', '--json')).stdout)).toMatchObject({
    error: { code: 'language/unknown' },
  })
  expect((await cli('language', 'remove', 'French')).stderr).toContain('not installed')
})
