import { expect, test } from 'vitest'
import { shortcuts } from '#contract/shortcuts.ts'
import { type KeyPress, meaningOf } from '../../src-renderer/app/shortcut-keys.ts'
import { en } from '../../src-renderer/locales/en/index.ts'

const press = (key: string, held = ''): KeyPress => ({
  key,
  isMod: held.includes('Mod'),
  isShift: held.includes('Shift'),
  isAlt: held.includes('Alt'),
})
const free = { chordsOnly: false, prefix: undefined }
const typing = { chordsOnly: true, prefix: undefined }

test('a chord means the same while typing; a letter alone is text then', () => {
  expect(meaningOf(press('k', 'Mod'), typing)).toEqual({ kind: 'shortcut', id: 'palette' })
  expect(meaningOf(press('F6'), typing)).toEqual({ kind: 'shortcut', id: 'nextPane' })
  expect(meaningOf(press('F6', 'Shift'), typing)).toEqual({ kind: 'shortcut', id: 'previousPane' })
  expect(meaningOf(press('?', 'Shift'), free)).toEqual({ kind: 'shortcut', id: 'shortcutSheet' })
  for (const key of ['?', '/', 'g', 'n']) expect(meaningOf(press(key), typing), key).toEqual({ kind: 'none' })
})

test('G waits for the key that follows it, and D alone means nothing', () => {
  expect(meaningOf(press('g'), free)).toEqual({ kind: 'prefix', prefix: 'G' })
  expect(meaningOf(press('d'), { chordsOnly: false, prefix: 'G' })).toEqual({ kind: 'shortcut', id: 'library' })
  expect(meaningOf(press('d'), free)).toEqual({ kind: 'none' })
})

test('every key of the table leads to its own shortcut where the keys are everywhere', () => {
  for (const { id, keys, where } of shortcuts.filter((one) => one.where === 'everywhere'))
    for (const key of keys) {
      const [first = '', second] = key.split(' ')
      const chord = second ?? first
      const parts = chord.split(/\+(?=.)/)
      const given = press(parts.at(-1) ?? '', parts.slice(0, -1).join(' '))
      expect(meaningOf(given, { chordsOnly: false, prefix: second && first }), `${where} ${key}`).toEqual({
        kind: 'shortcut',
        id,
      })
    }
})

test('every shortcut has its words', () => {
  const words: Readonly<Record<string, unknown>> = en.shortcut
  for (const { label } of shortcuts) expect(typeof words[label.replace('shortcut.', '')], label).toBe('string')
})
