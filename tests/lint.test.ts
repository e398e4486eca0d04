import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { tempDir } from './support/temp-dir.ts'

const root = join(import.meta.dirname, '..')

/** The lint rules that the house's own configuration finds broken, by file. What the log may carry is in tools/check-imports. */
function lintOf(planted: Readonly<Record<string, string>>): string[] {
  const dir = tempDir()
  copyFileSync(join(root, 'biome.json'), join(dir, 'biome.json'))
  for (const [file, text] of Object.entries(planted)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true })
    writeFileSync(join(dir, file), text)
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'lint', '--reporter=github', 'src-main', 'src-preload', 'tools']
  const said = tolerant(() => execFileSync(process.execPath, args, { cwd: dir, encoding: 'utf8', stdio: 'pipe' }))
  const errors = said.matchAll(/^::(?:error|warning) title=lint\/\w+\/(\w+),file=([^,]+),/gm)
  return [...errors].map(([, rule, file = '']) => `${file.slice(file.search(/src-|tools/))}: ${rule}`).sort()
}

/** Biome says what it found on its output and ends with 1. */
function tolerant(run: () => string): string {
  try {
    return run()
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout)
  }
}

const lines = (count: number) =>
  `${Array.from({ length: count }, (_, i) => `export const line${i} = ${i}`).join('\n')}\n`

it('catches what the house forbids, warnings included, and only that', () => {
  const found = lintOf({
    'src-main/jobs/console.ts': "export const f = (name: string) => console.error('for', name)\n",
    'src-preload/contract/console.ts': "console.log('hello')\n",
    'src-main/jobs/any.ts': 'export const f = (given: any) => given\n',
    'src-main/jobs/long.ts': lines(401),
    'src-main/jobs/full.ts': lines(400),
    'tools/make/console.ts': "console.log('tools may speak')\n",
  })
  expect(found).toEqual([
    'src-main/jobs/any.ts: noExplicitAny',
    'src-main/jobs/console.ts: noConsole',
    'src-main/jobs/long.ts: noExcessiveLinesPerFile',
    'src-preload/contract/console.ts: noConsole',
  ])
})
