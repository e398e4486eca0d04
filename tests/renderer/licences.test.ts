import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { licences } from '../../src-renderer/screens/settings/licences.ts'

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))

test('the licences shown are those of the packages, and every package that is shipped is there', () => {
  const shown = new Map(licences)
  for (const name of Object.keys(read('package.json').dependencies)) expect(shown.has(name), name).toBe(true)
  for (const [name, licence] of licences)
    expect(licence, name).toBe(String(read(`node_modules/${name}/package.json`).license))
})
