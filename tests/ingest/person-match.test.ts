import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchPerson } from '../../src-main/ingest/person-match.ts'

interface Someone {
  readonly name: string
  readonly bornOn?: string
  readonly aliases?: readonly string[]
}

const match = (named: Someone, person: Someone, ...others: readonly Someone[]) =>
  matchPerson(
    [named],
    [person, ...others].map((one, id) => ({ id, ...one })),
    0,
  )

const maren = { name: 'Maren Louise Oakhollow', bornOn: '1961-04-17' }
const born = maren.bornOn

describe('the same person, written otherwise, is never taken for another', () => {
  const variants: readonly (readonly [Someone, Someone, ('same' | 'unclear')?])[] = [
    [{ name: 'Maren Louise Oakhollow' }, maren],
    [{ name: 'Maren Oakhollow' }, maren],
    [{ name: 'MAREN OAKHOLLOW', bornOn: born }, maren],
    [{ name: 'OAKHOLLOW, MAREN' }, maren],
    [{ name: 'OAKHOLLOW, MAREN L', bornOn: born }, maren],
    [{ name: 'Oakhollow, Maren L.' }, maren],
    [{ name: 'Oakhollow Maren', bornOn: born }, maren, 'unclear'],
    [{ name: 'Oakhollow Maren L', bornOn: born }, maren],
    [{ name: 'Oakhollow Maren Louise', bornOn: born }, maren],
    [{ name: 'Mrs. Maren Oakhollow' }, maren],
    [{ name: 'Mrs M. Oakhollow', bornOn: born }, maren],
    [{ name: 'M. L. Oakhollow', bornOn: born }, maren],
    [{ name: 'M Oakhollow' }, maren, 'unclear'],
    [{ name: 'Oakhollow' }, maren, 'unclear'],
    [{ name: 'Oakhollow', bornOn: born }, maren, 'unclear'],
    [{ name: 'Maren' }, maren, 'unclear'],
    [{ name: 'Maren Oakhollow', bornOn: '1961' }, maren],
    [{ name: 'Maren Oakhollow', bornOn: '1961-04' }, maren],
    [{ name: 'Maren Oakhollow', bornOn: '1961-04-17' }, { name: 'Maren Oakhollow' }],
    [{ name: 'Maren Fennby', bornOn: born }, maren, 'unclear'],
    [
      { name: 'Maren Fennby', bornOn: born },
      { ...maren, aliases: ['Maren Fennby'] },
    ],
    [{ name: 'Maren Oakhollow-Fennby', bornOn: born }, maren, 'unclear'],
    [{ name: 'Maren Oakhollow' }, { name: 'Maren Oakhollow-Fennby', bornOn: born }, 'unclear'],
    [{ name: 'Maren 0akhollow', bornOn: born }, maren, 'unclear'],
    [{ name: 'Maren Oakhollov', bornOn: born }, maren, 'unclear'],
    [{ name: 'Marem Oakhollow' }, maren, 'unclear'],
    [{ name: 'Maren Oakhollow', bornOn: '1961-04-11' }, maren, 'unclear'],
    [{ name: 'Maren Oakhollow', bornOn: '1961-12-04' }, { name: 'Maren Oakhollow', bornOn: '1961-04-12' }, 'unclear'],
    [{ name: 'Louise Oakhollow', bornOn: born }, maren, 'unclear'],
    [{ name: 'Jörg Müller' }, { name: 'Joerg Mueller' }],
    [{ name: 'Jorg Muller' }, { name: 'Jörg Müller' }],
    [{ name: 'MUELLER, JOERG' }, { name: 'Jörg Müller' }],
    [{ name: 'Hans Weiß' }, { name: 'Hans Weiss' }],
    [{ name: 'Søren Åkesson' }, { name: 'Soren Akesson' }],
    [{ name: 'Soeren Aakesson' }, { name: 'Søren Åkesson' }],
    [{ name: 'Łukasz Wałęsa' }, { name: 'Lukasz Walesa' }],
    [{ name: 'José García López' }, { name: 'Jose Garcia Lopez' }],
    [{ name: 'García López, José' }, { name: 'Jose Garcia Lopez' }],
    [{ name: 'Jose Garcia' }, { name: 'José García López' }, 'unclear'],
    [{ name: 'Сергей Дмитриев' }, { name: 'Sergei Dmitriev' }],
    [{ name: 'Sergey Dmitriev' }, { name: 'Sergei Dmitriev' }],
    [{ name: 'Dmitriy Zelenskyy' }, { name: 'Dmitry Zelensky' }],
    [{ name: "Sean O'Connor" }, { name: 'Seán OConnor' }],
    [{ name: 'Sean O Connor' }, { name: "Seán O'Connor" }],
    [{ name: 'Anna Maria Fennby' }, { name: 'Anna-Maria Fennby' }],
    [{ name: 'Annamaria Fennby' }, { name: 'Anna Maria Fennby' }],
    [{ name: 'John van der Berg' }, { name: 'John Van Der Berg' }],
    [{ name: 'John Vanderberg' }, { name: 'John van der Berg' }],
    [{ name: 'Bob Fennby' }, { name: 'Robert Fennby' }],
    [
      { name: 'FENNBY, LIZ', bornOn: '1980-01-02' },
      { name: 'Elizabeth Ann Fennby', bornOn: '1980-01-02' },
    ],
    [{ name: 'Bill Fennby' }, { name: 'Will Fennby' }],
    [{ name: 'Katie Fennby' }, { name: 'Katherine Fennby' }],
    [{ name: 'John Fennby Jr.' }, { name: 'John Fennby, Jr.' }],
    [
      { name: 'John Fennby', bornOn: '1990-02-03' },
      { name: 'John Fennby Jr.', bornOn: '1990-02-03' },
    ],
    [{ name: 'Dr. Maren Oakhollow' }, maren],
    [{ name: '山田太郎' }, { name: 'Taro Yamada' }, 'unclear'],
  ]

  test('there are enough of them', () => {
    expect(variants.length).toBeGreaterThanOrEqual(40)
  })

  test.each(variants.map(([named, person, expected = 'same']) => ({ named, person, expected })))(
    '$named is $person',
    ({ named, person, expected }) => {
      expect(match(named, person)).toBe(expected)
    },
  )
})

describe('another person is never taken for this one', () => {
  const variants: readonly (readonly [Someone, Someone, ('other' | 'unclear')?])[] = [
    [{ name: 'Jonas Quill' }, maren],
    [{ name: 'Maren Quill' }, maren],
    [{ name: 'Maren Fennby', bornOn: '1961-04-18' }, maren],
    [{ name: 'Maren Oakhollow', bornOn: '1994-09-02' }, maren],
    [{ name: 'Maren Oakhollow', bornOn: '1962' }, maren],
    [{ name: 'Maren Oakhollow', bornOn: '1961-05' }, maren],
    [{ name: 'Tobin Oakhollow' }, maren],
    [{ name: 'Tobin Oakhollow', bornOn: born }, maren],
    [{ name: 'OAKHOLLOW, TOBIN' }, maren],
    [{ name: 'Mr. Oakhollow', bornOn: '1994-09-02' }, maren],
    [{ name: 'T. Oakhollow' }, maren],
    [{ name: 'T. Oakhollow', bornOn: born }, maren],
    [{ name: 'Oakhollow, T' }, maren],
    // Twins.
    [
      { name: 'Alma Fennby', bornOn: '2001-01-01' },
      { name: 'Ruth Fennby', bornOn: '2001-01-01' },
    ],
    [
      { name: 'FENNBY, JONAS', bornOn: '2001-01-01' },
      { name: 'Julia Fennby', bornOn: '2001-01-01' },
    ],
    [{ name: 'Elma Fennby', bornOn: '2001-01-01' }, { name: 'Alma Fennby', bornOn: '2001-01-01' }, 'unclear'],
    [
      { name: 'Jana Fennby', bornOn: '2001-01-01' },
      { name: 'Jan Fennby', bornOn: '2001-01-01' },
    ],
    [{ name: 'Eric Fennby' }, { name: 'Erika Fennby' }],
    [{ name: 'Marie Fennby' }, { name: 'Maria Fennby' }, 'unclear'],
    [
      { name: 'Anna Sofia Fennby', bornOn: '2001-01-01' },
      { name: 'Anna Maria Fennby', bornOn: '2001-01-01' },
      'unclear',
    ],
    // Father and son.
    [{ name: 'John Fennby Sr.' }, { name: 'John Fennby Jr.' }],
    [{ name: 'John Fennby Jr.' }, { name: 'John Fennby' }, 'unclear'],
    [{ name: 'John Fennby' }, { name: 'John Fennby III' }, 'unclear'],
    [
      { name: 'John Fennby', bornOn: '1960-02-03' },
      { name: 'John Fennby', bornOn: '1990-02-04' },
    ],
    [{ name: 'John A. Fennby' }, { name: 'John B. Fennby' }, 'unclear'],
    [{ name: 'J. Fennby' }, { name: 'John Fennby' }, 'unclear'],
    [{ name: 'Robert Fennby' }, { name: 'John Robert Fennby' }, 'unclear'],
    [{ name: 'John Robert Fennby' }, { name: 'John Robert' }, 'unclear'],
    [{ name: 'Robert John Fennby' }, { name: 'John Robert' }, 'unclear'],
    // Near, and another.
    [{ name: 'Jörg Müller' }, { name: 'Jürgen Müller' }],
    [{ name: 'Jörg Müllner' }, { name: 'Jörg Müller' }, 'unclear'],
    [
      { name: 'Mueller, Joerg', bornOn: '1960-01-01' },
      { name: 'Jörg Müller', bornOn: '1971-02-01' },
    ],
    [{ name: 'Сергей Иванов' }, { name: 'Sergei Dmitriev' }],
    [
      { name: 'Sergey Petrov', bornOn: '1960-01-01' },
      { name: 'Sergei Petrov', bornOn: '1971-01-01' },
    ],
    [{ name: 'Hans Weiß' }, { name: 'Hans Weise' }, 'unclear'],
    [{ name: 'Toni Fennby' }, { name: 'Tony Fennby' }, 'unclear'],
    [{ name: 'Tracy Fennby' }, { name: 'Traci Fennby' }, 'unclear'],
    [{ name: 'Ian Fennby' }, { name: 'Jan Fennby' }],
    [{ name: 'Robert Fennby' }, { name: 'Rupert Fennby' }],
    [{ name: 'Liz Fennby' }, { name: 'Linda Fennby' }],
    [{ name: 'Alexandra Fennby' }, { name: 'Alexander Fennby' }, 'unclear'],
    [{ name: 'Samuel Fennby' }, { name: 'Samantha Fennby' }],
    [{ name: 'Oakhollow Practice' }, maren],
    // Married: the same given name and family name, another day.
    [{ name: 'Ruth Oakhollow', bornOn: born }, maren],
    [
      { name: 'Maren Louise Fennby', bornOn: '1990-01-01' },
      { ...maren, aliases: ['Maren Fennby'] },
    ],
    [
      { name: 'María López', bornOn: '1960-03-01' },
      { name: 'María López García', bornOn: '1983-02-05' },
    ],
    [{ name: 'Berg, John' }, { name: 'John Bergmann' }],
    [{ name: '山田太郎' }, { name: 'Taro Suzuki' }, 'unclear'],
  ]

  test('there are enough of them', () => {
    expect(variants.length).toBeGreaterThanOrEqual(40)
  })

  test.each(variants.map(([named, person, expected = 'other']) => ({ named, person, expected })))(
    '$named is not $person',
    ({ named, person, expected }) => {
      expect(match(named, person)).toBe(expected)
    },
  )
})

describe('among the people of a vault', () => {
  const tobin = { name: 'Tobin Oakhollow', bornOn: '1994-09-02' }

  test('a name that fits somebody else better is theirs', () => {
    expect(match({ name: 'Tobin Oakhollow' }, maren, tobin)).toBe('other')
    expect(match({ name: 'Elma Fennby' }, { name: 'Alma Fennby' }, { name: 'Elma Fennby' })).toBe('other')
    expect(match({ name: 'Bob Fennby' }, { name: 'Robert Fennby' }, { name: 'Bob Fennby' })).toBe('other')
    expect(match({ name: 'Maren Quill', bornOn: born }, maren, { name: 'Maren Quill', bornOn: born })).toBe('other')
  })

  test('a day of birth tells people of one name apart', () => {
    const [father, son] = [
      { name: 'John Fennby', bornOn: '1960-02-03' },
      { name: 'John Fennby', bornOn: '1990-05-06' },
    ]
    expect(match({ name: 'John Fennby', bornOn: '1990-05-06' }, son, father)).toBe('same')
    expect(match({ name: 'John Fennby', bornOn: '1990-05-06' }, father, son)).toBe('other')
    expect(match({ name: 'John Fennby' }, son, father)).toBe('unclear')
  })

  test('an initial that could be either of two stays unclear', () => {
    const twins = ['Jonas Fennby', 'Julia Fennby'].map((name) => ({ name, bornOn: '2001-01-01' }))
    for (const one of twins)
      expect(match({ name: 'J. Fennby', bornOn: '2001-01-01' }, one, ...twins.filter((t) => t !== one))).toBe('unclear')
  })

  test('somebody who does not fit changes nothing', () => {
    expect(match({ name: 'Maren Oakhollow', bornOn: born }, maren, tobin)).toBe('same')
    expect(
      match(
        { name: 'Bob Fennby', bornOn: '1960-01-01' },
        { name: 'Robert Fennby', bornOn: '1960-01-01' },
        { name: 'Bob Fennby', bornOn: '1990-07-08' },
      ),
    ).toBe('same')
  })

  test('nobody named, nobody known', () => {
    expect(matchPerson([], [{ id: 1, ...maren }], 1)).toBe('unnamed')
    expect(matchPerson([{ name: 'Maren Oakhollow' }], [], 1)).toBe('unnamed')
    expect(match({ name: '' }, maren)).toBe('other')
  })

  test('of two names on one paper one that is another makes it so', () => {
    const people = [{ id: 'maren', ...maren }]
    expect(matchPerson([{ name: 'Maren Oakhollow' }, { name: 'Jonas Quill' }], people, 'maren')).toBe('other')
    expect(matchPerson([{ name: 'Maren Oakhollow' }, { name: 'Oakhollow' }], people, 'maren')).toBe('unclear')
  })
})

test('a name agrees with itself in any order and case, and two that share no word never do', () => {
  const word = fc
    .stringMatching(/^[A-Z][a-z]{3,9}$/)
    .filter((text) => !/^(Junior|Senior|Herrn|Frau|Lady|Dame|Miss|Madame|Master|Monsieur|Doctor|Professor)$/.test(text))
  fc.assert(
    fc.property(word, word, word, word, (given, family, otherGiven, otherFamily) => {
      const bornOn = '1970-01-01'
      fc.pre(new Set([given, family, otherGiven, otherFamily].map((text) => text.slice(0, 2))).size === 4)
      const person = { name: `${given} ${family}`, bornOn }
      expect(match({ name: `${family.toUpperCase()}, ${given.toUpperCase()}`, bornOn }, person)).toBe('same')
      expect(match({ name: `${family} ${given}` }, person)).toBe('same')
      expect(match({ name: `${otherGiven} ${otherFamily}`, bornOn }, person)).not.toBe('same')
      expect(match({ name: `${otherGiven} ${family}`, bornOn }, person)).not.toBe('same')
      expect(match({ name: `${given} ${otherFamily}`, bornOn }, person)).not.toBe('same')
    }),
  )
})
