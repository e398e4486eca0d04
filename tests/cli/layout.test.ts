import { describe, expect, test } from 'vitest'
import { columns, count, displayWidth, screenWidth, wrap } from '../../src-main/cli/layout.ts'
import { markWords } from '../../src-main/cli/mark-words.ts'
import { fakeIo } from './fake-io.ts'

describe('layout', () => {
  test('wraps at spaces, keeps line breaks, and leaves a long word whole', () => {
    expect(wrap('one two three\nfour', 8, '  ')).toEqual(['  one', '  two', '  three', '  four'])
    expect(wrap('a incomprehensibilities b', 10)).toEqual(['a', 'incomprehensibilities', 'b'])
    expect(wrap('', 10, '  ')).toEqual([''])
  })

  test('aligns columns by what is seen, not by code units', () => {
    expect(
      columns(
        [
          ['ID', 'NAME'],
          ['检查', 'x'],
          ['e\u0301', 'y'],
        ],
        ' ',
      ),
    ).toEqual([' ID    NAME', ' 检查  x', ' e\u0301     y'])
    expect(displayWidth('👩‍⚕️')).toBe(2)
  })

  test('is never narrower than 40 or wider than 100 columns', () => {
    const { stdout } = fakeIo()
    expect(screenWidth(Object.assign(stdout, { columns: 10 }))).toBe(40)
    expect(screenWidth(Object.assign(stdout, { columns: 0 }))).toBe(80)
    expect(screenWidth(Object.assign(stdout, { columns: 500 }))).toBe(100)
  })

  test('counts in words', () => {
    expect([count(1, 'page'), count(0, 'page'), count(2, 'entry', 'entries')]).toEqual([
      '1 page',
      '0 pages',
      '2 entries',
    ])
  })

  test('marks the words of a query and their longer, accented and capital forms', () => {
    const bold = (word: string) => `\u001b[1m${word}\u001b[22m`
    expect(markWords('The Émigré had ALLERGIES, no mallergy', 'emigre allerg a')).toBe(
      `The ${bold('Émigré')} had ${bold('ALLERGIES')}, no mallergy`,
    )
    expect(markWords('x', '(')).toBe('x')
  })
})
