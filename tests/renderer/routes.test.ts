import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentId, FactId, PersonId } from '#contract/ids.ts'
import { type Place, pathToPlace, placeToPath, settingsSections } from '../../src-renderer/app/routes.ts'

const word = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
const personId = word as fc.Arbitrary<PersonId>
const span = fc
  .array(fc.tuple(fc.nat(9999), fc.nat(9999)), { minLength: 1, maxLength: 3 })
  .map((spans) => spans.map(([start, end]) => `${start}-${end}`).join(','))
const day = fc.constantFrom('2021', '2021-03', '2021-03-04')
const notPerson = (id: string) => !['people', 'health', 'settings'].includes(id)

const place: fc.Arbitrary<Place> = fc.oneof(
  fc.record(
    { screen: fc.constantFrom('overview', 'timeline', 'medicines'), personId, asKnownOn: day },
    { requiredKeys: ['screen', 'personId'] },
  ),
  fc.record({ screen: fc.constantFrom('library', 'queue'), personId }),
  fc.record(
    { screen: fc.constant('labs'), personId, name: word, unit: word, asKnownOn: day },
    { requiredKeys: ['screen', 'personId'] },
  ),
  fc.record(
    { screen: fc.constant('review'), personId, factId: word as fc.Arbitrary<FactId> },
    { requiredKeys: ['screen', 'personId'] },
  ),
  fc.record(
    {
      screen: fc.constant('document'),
      personId,
      documentId: word as fc.Arbitrary<DocumentId>,
      page: fc.integer({ min: 1, max: 9999 }),
      span,
    },
    { requiredKeys: ['screen', 'personId', 'documentId'] },
  ),
  fc.record({ screen: fc.constant('reviews'), personId, review: word }, { requiredKeys: ['screen', 'personId'] }),
  fc.record({ screen: fc.constant('search'), personId, query: word }, { requiredKeys: ['screen', 'personId'] }),
  fc.record(
    { screen: fc.constant('ask'), personId, conversation: word, question: word },
    { requiredKeys: ['screen', 'personId'] },
  ),
  fc.record(
    {
      screen: fc.constant('notes'),
      personId,
      noteId: word as fc.Arbitrary<DocumentId>,
      isWriting: fc.constant(true),
      aboutId: word as fc.Arbitrary<DocumentId>,
    },
    { requiredKeys: ['screen', 'personId'] },
  ),
  fc.record({ screen: fc.constantFrom('people', 'health') }),
  fc.record({ screen: fc.constant('settings'), section: fc.constantFrom(...settingsSections) }),
) as fc.Arbitrary<Place>

test('every place comes back from its address as it was, whatever ids and words it holds', () => {
  fc.assert(
    fc.property(place, (one) => {
      if ('personId' in one) fc.pre(notPerson(one.personId))
      expect(pathToPlace(placeToPath(one))).toEqual(one)
    }),
  )
})

test('no text makes the router fail, and what names no place is none', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void pathToPlace(text)))
  for (const nowhere of [
    '',
    '/',
    '/people/x',
    '/settings/colour',
    '/ada',
    '/ada/kitchen',
    '/ada/document',
    '/ada/overview/x',
    '/ada/timeline/x?on=2021',
    '/%E0%A4%A/library',
  ])
    expect(pathToPlace(nowhere), nowhere).toBeUndefined()
})

test('a page or span that cannot be is left out, the document is still opened', () => {
  expect(pathToPlace('/ada/document/d1?page=-3&span=x')).toEqual({
    screen: 'document',
    personId: 'ada',
    documentId: 'd1',
  })
})
