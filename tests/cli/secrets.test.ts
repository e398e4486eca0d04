import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCommandLine } from '../../src-main/cli/options.ts'
import { createSecrets, readSecretFile } from '../../src-main/cli/passphrase.ts'
import { askHidden, askYes } from '../../src-main/cli/prompt.ts'
import { tempDir } from '../support/temp-dir.ts'
import { type FakeIo, fakeIo } from './fake-io.ts'

const never = new AbortController().signal

function secrets(io: FakeIo, ...argv: string[]) {
  const line = readCommandLine(argv)
  if (line.kind !== 'run') throw new Error('not a command')
  return createSecrets(io, line.options, never)
}

function fileWith(content: string | Uint8Array): string {
  const file = join(tempDir(), 'secret')
  writeFileSync(file, content)
  return file
}

describe('the passphrase', () => {
  test('comes from the file before the variable, and from the variable before the prompt', async () => {
    const io = fakeIo({ env: { MEDMEMORY_PASSPHRASE: 'of the variable' }, tty: true })
    expect(await secrets(io, 'status', '--passphrase-file', fileWith('of the file\n')).present()).toBe('of the file')
    expect(await secrets(io, 'status').present()).toBe('of the variable')
    const asked = fakeIo({ tty: true })
    asked.answer('Passphrase: ', 'of the prompt\r')
    expect(await secrets(asked, 'status').present()).toBe('of the prompt')
  })

  test('is not asked for without a terminal', async () => {
    await expect(secrets(fakeIo(), 'status').present()).rejects.toMatchObject({ code: 'vault/locked' })
    await expect(secrets(fakeIo(), 'init').first()).rejects.toMatchObject({ code: 'vault/locked' })
    await expect(secrets(fakeIo(), 'passphrase').next()).rejects.toThrow('--new-passphrase-file is needed')
    await expect(secrets(fakeIo(), 'recover').recoveryKey()).rejects.toThrow('--recovery-key-file is needed')
  })

  test('is typed twice when it is new, until both are the same', async () => {
    const io = fakeIo({ tty: true })
    io.answer('New passphrase: ', 'a long passphrase\r')
    io.answer('Once more: ', 'another one\r')
    io.answer('New passphrase: ', '\r')
    io.answer('New passphrase: ', 'the same\r')
    io.answer('Once more: ', 'the same\r')
    expect(await secrets(io, 'init').first()).toBe('the same')
    expect(io.complained()).toContain('The two were not the same')
    expect(io.complained()).not.toContain('a long passphrase')
  })

  test('in a file loses one newline at its end and nothing else', async () => {
    const read = (content: string | Uint8Array) => readSecretFile(fileWith(content), '--passphrase-file')
    expect(await read('  spaces stay \r\n')).toBe('  spaces stay ')
    expect(await read('two\n\n')).toBe('two\n')
    expect(await read('Grüße 检查')).toBe('Grüße 检查')
    await expect(read('\n')).rejects.toMatchObject({ code: 'file/empty' })
    await expect(read(Buffer.from([0xff, 0xfe, 0x41]))).rejects.toMatchObject({ code: 'text/not-text' })
    await expect(read('x'.repeat(200_000))).rejects.toMatchObject({ code: 'file/too-large' })
    const absent = readSecretFile('/nonexistent/secret', '--passphrase-file')
    await expect(absent).rejects.toMatchObject({ code: 'file/not-found', details: { option: '--passphrase-file' } })
    await expect(readSecretFile(tempDir(), '--passphrase-file')).rejects.toMatchObject({ code: 'file/unreadable' })
  })
})

describe('a prompt', () => {
  test('shows nothing of what is typed, takes back characters, and puts the terminal back', async () => {
    const io = fakeIo({ tty: true })
    io.answer('Say: ', 'wrong\u0015sec\u001b[Dre\u007fre\u{1f511}\u007ft\r')
    expect(await askHidden(io, 'Say: ', never)).toBe('secrret')
    expect(io.complained()).toBe('Say: \n')
    expect(io.rawModes).toEqual([true, false])
    expect(io.stdin.isPaused()).toBe(true)
  })

  test('puts characters together whose bytes come apart', async () => {
    const io = fakeIo({ tty: true })
    const bytes = Buffer.from('ü\r')
    setTimeout(() => io.stdin.write(bytes.subarray(0, 1)), 5)
    setTimeout(() => io.stdin.write(bytes.subarray(1)), 25)
    expect(await askHidden(io, 'Say: ', never)).toBe('ü')
  })

  test.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('is left by %s', async (_name, key) => {
    const io = fakeIo({ tty: true })
    io.answer('Say: ', key)
    await expect(askHidden(io, 'Say: ', never)).rejects.toMatchObject({ code: 'cancelled' })
    expect(io.rawModes).toEqual([true, false])
  })

  test('is left when the input ends, and when it is cancelled', async () => {
    const ended = fakeIo({ tty: true })
    setTimeout(() => ended.stdin.end(), 5)
    await expect(askHidden(ended, 'Say: ', never)).rejects.toMatchObject({ code: 'cancelled' })
    const cancelled = fakeIo({ tty: true })
    await expect(askHidden(cancelled, 'Say: ', AbortSignal.timeout(5))).rejects.toMatchObject({ code: 'cancelled' })
    expect(cancelled.rawModes).toEqual([true, false])
  })

  test.each([
    ['y\n', true],
    ['YES\r\n', true],
    ['\n', false],
    ['yesterday\n', false],
  ])('takes %j for a yes: %s', async (typed, yes) => {
    const io = fakeIo({ tty: true })
    io.answer('Sure?', typed)
    expect(await askYes(io, 'Sure?', never)).toBe(yes)
  })
})
