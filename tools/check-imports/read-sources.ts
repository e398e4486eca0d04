/** The sources of a repository, by their paths from its root. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folders = ['src-*', 'tools', 'tests']

export function readSources(root: string): Map<string, string> {
  const files = globSync(
    folders.map((folder) => `${folder}/**/*.{ts,tsx,mts,cts,js,mjs,cjs}`),
    { cwd: root },
  )
  return new Map(files.sort().map((file) => [file.replaceAll('\\', '/'), readFileSync(join(root, file), 'utf8')]))
}
