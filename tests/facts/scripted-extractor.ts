/**
 * An extractor that reads what the tests write: one fact a line of a note. `Potassium = 5.1 mmol/L @ 2024-03-04` is an
 * observation; `kind: name` anything else; `Patient: NAME` whom the paper names. Its rules can be changed, as those of a
 * new version are.
 */
import type { FactKind } from '#contract/facts.ts'
import type { DocumentFacts, NamedPerson, Proposal } from '../../src-main/extract/proposal.ts'
import type { Extractor, ExtractStep } from '../../src-main/ingest/extraction.ts'
import { findOnPage } from '../../src-main/ingest/found-fact.ts'
import { unpackWords } from '../../src-main/ingest/words.ts'

export interface Rules {
  /** What a line is read as; undefined: it is passed over. */
  readonly read?: (proposal: Proposal, at: number) => Proposal | undefined
  readonly version?: number
  readonly says?: Partial<DocumentFacts>
  readonly fails?: (text: string) => Error | undefined
}

export function scriptedExtractor(rules: Rules = {}): Extractor & { rules: Rules } {
  return {
    rules,
    get version() {
      return this.rules.version ?? 1
    },
    async *extract(pages): AsyncGenerator<ExtractStep> {
      const { read = (proposal) => proposal, says = {}, fails } = this.rules
      const people: NamedPerson[] = []
      let at = 0
      for await (const { number, text, words, method } of pages) {
        const error = fails?.(text)
        if (error !== undefined) throw error
        const page = { number, text, words: unpackWords(words), method }
        const proposals: Proposal[] = []
        for (const line of text.matchAll(/[^\n]+/g)) {
          const named = /^Patient: (.+)$/.exec(line[0])
          const span = { start: line.index, end: line.index + line[0].length }
          if (named?.[1] !== undefined) people.push({ name: named[1], page: number, span })
          const proposal = proposalOf(line[0], number, line.index)
          const taken = proposal === undefined ? undefined : read(proposal, at++)
          if (taken !== undefined) proposals.push(taken)
        }
        yield { kind: 'facts', facts: proposals.map((proposal) => findOnPage(page, proposal)) }
      }
      yield { kind: 'document', document: { people, ...says } }
    },
  }
}

function proposalOf(line: string, page: number, start: number): Proposal | undefined {
  const observed = /^(.+?) = ([\d.]+) (\S+)(?: \[([\d.]+)-([\d.]+)\])?(?: ([HL]))?(?: @ (\S+))?$/.exec(line)
  const place = { page, spans: [{ start, end: start + line.length }] }
  const common = { isNoneKnown: false, doubts: [], suggestions: [], flag: 'unknown' as const }
  if (observed !== null) {
    const [, name = '', valueText = '', unit = '', low, high, flag, on] = observed
    const valueStart = start + line.indexOf(valueText, name.length)
    return {
      ...{ kind: 'observation', name, nameText: name, valueText, value: Number(valueText), unit, unitText: unit },
      ...common,
      details: { category: 'laboratory' },
      ...(low !== undefined && { rangeText: `${low}-${high}`, rangeLow: Number(low), rangeHigh: Number(high) }),
      ...(flag !== undefined && { flag: flag === 'H' ? 'high' : 'low' }),
      ...(on !== undefined && {
        happenedOn: on,
        datePrecision: on.length > 10 ? 'minute' : 'day',
        dateKind: 'collected',
      }),
      ...{ ...place, valueSpan: { start: valueStart, end: valueStart + valueText.length } },
    }
  }
  const other =
    /^(medication|allergy|condition|procedure): (.+?)(?: (\d+ mg))?(?: \((started|stopped)\))?(?: @ (\S+))?$/.exec(line)
  if (other === null) return undefined
  const [, kind, name = '', dose, change, on] = other
  return {
    ...{ kind: kind as FactKind, name, nameText: name, valueText: line, ...common },
    isNoneKnown: name === 'none known',
    details: {
      ...(dose !== undefined && { dose }),
      ...(change !== undefined && { change: change as 'started' | 'stopped' }),
    },
    ...(on !== undefined && { happenedOn: on, datePrecision: 'day', dateKind: 'stated' }),
    ...{ ...place, valueSpan: place.spans[0] ?? { start: 0, end: 0 } },
  }
}
