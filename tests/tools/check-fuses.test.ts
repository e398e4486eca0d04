/** Fuses are read from the program's bytes, so a packed program is judged without being run. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findWrongFuses, wantedFuses } from '../../tools/check-fuses/read-fuses.ts'
import { tempDir } from '../support/temp-dir.ts'

const configuration = readFileSync(join(import.meta.dirname, '../../electron-builder.yml'), 'utf8')

/** The sentinel, the wire's version and length, and one character a fuse in the order of the wire: 1 on, 0 off. */
function programWith(wire: string): string {
  const path = join(tempDir(), 'medmemory')
  const head = Buffer.from([1, wire.length])
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
  writeFileSync(path, Buffer.concat([Buffer.from(`\x7fELF...${sentinel}`), head, Buffer.from(`${wire}rest`)]))
  return path
}

test('every fuse of the configuration is named and has a state', () => {
  expect(Object.keys(wantedFuses(configuration))).toHaveLength(7)
})

test('a program burnt as wanted passes, and each fuse that differs is named', async () => {
  // run as Node, cookies, NODE_OPTIONS, inspect, archive's hash, archive only, browser snapshot, file privileges
  expect(await findWrongFuses(programWith('01001100'), configuration)).toEqual([])
  expect(await findWrongFuses(programWith('11001100'), configuration)).toEqual(['runAsNode'])
  expect(await findWrongFuses(programWith('01110001'), configuration)).toEqual([
    'enableNodeOptionsEnvironmentVariable',
    'enableNodeCliInspectArguments',
    'enableEmbeddedAsarIntegrityValidation',
    'onlyLoadAppFromAsar',
    'grantFileProtocolExtraPrivileges',
  ])
})

test('a file that is no program of Electron’s is no pass', async () => {
  const path = join(tempDir(), 'other')
  writeFileSync(path, 'no fuses here')
  await expect(findWrongFuses(path, configuration)).rejects.toThrow()
})
