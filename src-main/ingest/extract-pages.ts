/** Packed pages → what the paper says and its facts with their places, in messages of moderate size. Runs in the text engine. */
import { extractFacts } from '../extract/compose.ts'
import { builtInMeasureDictionaries } from '../extract/dictionaries/read-dictionaries.ts'
import { readDrugDictionaries } from '../extract/dictionaries/read-drug-dictionaries.ts'
import type { ExtractStep } from './extraction.ts'
import { findOnPage } from './found-fact.ts'
import { unpackPages } from './packed-pages.ts'

const FACTS_A_MESSAGE = 100

/** Reads the word tables once. */
export function createExtractPages() {
  const dictionaries = { ...builtInMeasureDictionaries(), ...readDrugDictionaries() }
  return function* extractPages(bytes: Uint8Array): Generator<ExtractStep> {
    const pages = unpackPages(bytes)
    const { document, proposals } = extractFacts(pages, dictionaries)
    yield { kind: 'document', document }
    const pagesByNumber = new Map(pages.map((page) => [page.number, page]))
    for (let at = 0; at < proposals.length; at += FACTS_A_MESSAGE) {
      const facts = proposals.slice(at, at + FACTS_A_MESSAGE).flatMap((proposal) => {
        const page = pagesByNumber.get(proposal.page)
        return page === undefined ? [] : [findOnPage(page, proposal)]
      })
      yield { kind: 'facts', facts }
    }
  }
}
