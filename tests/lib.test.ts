import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLog } from '../src-main/lib/log.ts'
import { createMutex } from '../src-main/lib/mutex.ts'
import { createRotatingFile } from '../src-main/lib/rotating-file.ts'
import { tempDir } from './support/temp-dir.ts'

test('a log line names its event, whatever fields it carries', () => {
  const lines: string[] = []
  createLog(
    (line) => lines.push(line),
    () => '2026-01-01T00:00:00.000Z',
  )('call.failed', { path: 'people.add', code: 'vault/locked' })
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    at: '2026-01-01T00:00:00.000Z',
    event: 'call.failed',
    path: 'people.add',
    code: 'vault/locked',
  })
})

test('a rotating file keeps two generations within its size, for its owner alone', () => {
  const file = join(tempDir(), 'a.log')
  const write = createRotatingFile(file, 100)
  for (let i = 0; i < 30; i += 1) write(`line ${i}`.padEnd(20, '.'))
  expect(statSync(file).size).toBeLessThanOrEqual(120)
  expect(existsSync(`${file}.1`)).toBe(true)
  expect(readFileSync(file, 'utf8')).toContain('line 29')
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('a log that cannot be written stops nothing', () => {
  expect(() => createRotatingFile(join(tempDir(), 'no', 'such', 'folder', 'a.log'), 100)('x')).not.toThrow()
})

test('a mutex runs one at a time, in order, and survives a failure', async () => {
  const oneAtATime = createMutex()
  const seen: number[] = []
  const slow = oneAtATime(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    seen.push(1)
  })
  const failing = oneAtATime(async () => {
    seen.push(2)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  await oneAtATime(async () => void seen.push(3))
  await slow
  expect(seen).toEqual([1, 2, 3])
})
