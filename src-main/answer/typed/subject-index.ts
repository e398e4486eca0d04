/**
 * What a question can be about, by every name that the program's tables know: measures, medicines, conditions, vaccines,
 * procedures, allergens; and by the names that stand in the person's own record. Finds whole names, the longest first.
 * Built in short steps, since it is built where the window waits.
 */
import { readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import type { FactKind } from '#contract/facts.ts'
import { nameTokens } from '../../extract/dictionaries/name-tokens.ts'
import { tableLines, wordingsOf } from '../../extract/dictionaries/table-lines.ts'
import { isFiller } from './filler-words.ts'
import { groups } from './groups.ts'

export interface Subject {
  readonly kind: FactKind
  /** As the record names it. */
  readonly name: string
  /** A group or a combined product: all that it stands for. */
  readonly names?: readonly string[]
}

export interface NamedThing {
  /** Which words of the question: [from, to). */
  readonly from: number
  readonly to: number
  /** As the question writes it. */
  readonly nameText: string
  /** What it may mean, of different kinds. */
  readonly subjects: readonly Subject[]
}

export interface SubjectIndex {
  /** Never overlapping, in the order of the question. `own`: names of the person's record. */
  findIn(words: readonly string[], own?: OwnNames): NamedThing[]
  /** Every word of a name, as it is compared. */
  readonly words: ReadonlySet<string>
}

/** Names as they stand in one person's record, indexed. */
export type OwnNames = Node

interface Node {
  readonly next: Map<string, Node>
  subjects: Subject[]
  /** The wording counts only in these capitals. */
  capitals?: string
}

export async function createSubjectIndex(
  folder = new URL('../../../resources/dictionaries/', import.meta.url),
): Promise<SubjectIndex> {
  const root = emptyNode()
  for (const read of readers) {
    let added = 0
    for (const [wording, subject] of read((file) => tableLines(readFileSync(new URL(file, folder), 'utf8')))) {
      add(root, wording, subject)
      added += 1
      if (added % ROWS_A_STEP === 0) await setImmediate()
    }
    await setImmediate()
  }
  addAlso(root, tableLines(readFileSync(new URL('lay-terms.csv', folder), 'utf8')))
  await setImmediate()
  addAlso(root, tableLines(readFileSync(new URL('abbreviations.csv', folder), 'utf8')))
  for (const [wording, subject] of groups()) add(root, wording, subject, 'first')
  return {
    findIn: (words, own) => findIn(words, own === undefined ? [root] : [root, own]),
    words: wordsOf(root),
  }
}

const ROWS_A_STEP = 400

/** `names`: kind and name of every fact of a person. */
export function indexOwnNames(names: Iterable<Subject>): OwnNames {
  const root = emptyNode()
  // `allergies` of `no known allergies` names nothing
  for (const subject of names) if (!subject.name.split(/\s+/).every(isFiller)) add(root, subject.name, subject)
  return root
}

/** Of all names in it. */
export function wordsOf(root: Node, words = new Set<string>()): Set<string> {
  for (const [word, node] of root.next) {
    words.add(word)
    wordsOf(node, words)
  }
  return words
}

const emptyNode = (): Node => ({ next: new Map(), subjects: [] })

type Entry = readonly [wording: string, subject: Subject]
type ReadTable = (file: string) => string[][]

const readers: readonly ((read: ReadTable) => Iterable<Entry>)[] = [measures, medicines, terms, vaccines]

function* measures(read: ReadTable): Iterable<Entry> {
  for (const [name = '', others = ''] of read('analytes.csv')) {
    const subject: Subject = { kind: 'observation', name }
    // a letter or two that count only beside a unit are no name in a sentence
    for (const wording of [name, ...wordingsOf(others)])
      if (!wording.endsWith('?') || wording.length > 4) yield [wording.replace(/\?$/, ''), subject]
  }
}

function* medicines(read: ReadTable): Iterable<Entry> {
  const byGroup = new Map<string, string[]>()
  for (const [name = '', others = '', brands = '', group = ''] of read('drugs.csv')) {
    const subject: Subject = { kind: 'medication', name }
    for (const wording of [name, ...wordingsOf(others), ...wordingsOf(brands)]) yield [wording, subject]
    if (group !== '') byGroup.set(group, [...(byGroup.get(group) ?? []), name])
  }
  for (const [group, names] of byGroup) yield [group, { kind: 'medication', name: group, names }]
  for (const [group = '', members = ''] of read('families.csv')) {
    const names = members.split(' | ').flatMap((member) => byGroup.get(member) ?? member)
    if (MEDICINE_GROUP.test(group)) yield [group, { kind: 'medication', name: group, names: [...new Set(names)] }]
  }
}

/** Of the families those of medicines: the others are of measures and conditions. */
const MEDICINE_GROUP =
  /antibiotic|thinner|painkiller|statin|blocker|inhibitor|steroid|diuretic|insulin|inhaler|depressant|coagulant|platelet|hypertensive|reliever|water (?:pill|tablet)|NSAID|opioid|sleeping/i

function* terms(read: ReadTable): Iterable<Entry> {
  for (const [file, kind] of [
    ['conditions.csv', 'condition'],
    ['procedures.csv', 'procedure'],
  ] as const)
    for (const [name = '', others = ''] of read(file))
      for (const wording of [name, ...wordingsOf(others)]) yield [wording, { kind, name }]
  for (const [kind, wording = ''] of read('reactions.csv'))
    if (kind === 'allergen' && !/^(?:vaccines?|medications?|drugs?)$/.test(wording))
      yield [wording, { kind: 'allergy', name: wording }]
}

function* vaccines(read: ReadTable): Iterable<Entry> {
  // two letters are a vaccine only in its own capitals
  for (const [name = '', , others = ''] of read('vaccines.csv'))
    for (const wording of [name, ...wordingsOf(others)])
      yield [wording.length <= 3 && /\p{Ll}/u.test(wording) ? `${wording}!` : wording, { kind: 'immunization', name }]
}

/** A wording may stand for several things; what is added `first` is what is usually meant. */
function add(root: Node, wording: string, subject: Subject, place: 'first' | 'last' = 'last'): void {
  const capitalsOnly = wording.endsWith('!')
  const bare = capitalsOnly ? wording.slice(0, -1) : wording
  const keys = nameTokens(bare).map(({ key }) => key)
  if (keys.length === 0 || keys.every((key) => key.length === 1 && !capitalsOnly)) return
  let node = root
  for (const key of keys) {
    const next = node.next.get(key) ?? emptyNode()
    node.next.set(key, next)
    node = next
  }
  if (capitalsOnly && node.subjects.length === 0) node.capitals = bare
  if (!capitalsOnly) delete node.capitals
  const others = node.subjects.filter(({ kind, name }) => kind !== subject.kind || name !== subject.name)
  node.subjects =
    place === 'first'
      ? [subject, ...others]
      : [...node.subjects, ...(others.length < node.subjects.length ? [] : [subject])]
}

/** Everyday words and short forms of what the index knows already. */
function addAlso(root: Node, rows: readonly string[][]): void {
  for (const [term = '', meanings = ''] of rows) {
    const readings = meanings.split(' | ')
    if (readings.length > 1) continue
    for (const meaning of wordingsOf(readings[0] ?? ''))
      for (const subject of nodeOf(root, meaning)?.subjects ?? []) add(root, term, subject)
  }
}

function nodeOf(root: Node, wording: string): Node | undefined {
  let node: Node | undefined = root
  for (const { key } of nameTokens(wording)) node = node?.next.get(key)
  return node
}

function findIn(words: readonly string[], roots: readonly Node[]): NamedThing[] {
  const found: NamedThing[] = []
  for (let from = 0; from < words.length; ) {
    const [first, other] = roots.flatMap((root) => longestFrom(root, words, from) ?? [])
    const longest = longer(first, other)
    if (longest) found.push(longest)
    from = longest?.to ?? from + 1
  }
  return found
}

function longer(one: NamedThing | undefined, other: NamedThing | undefined): NamedThing | undefined {
  if (one === undefined || other === undefined || one.to !== other.to)
    return (one?.to ?? 0) < (other?.to ?? 0) ? other : one
  return { ...one, subjects: merge(one.subjects, other.subjects) }
}

function merge(some: readonly Subject[], others: readonly Subject[]): Subject[] {
  const isNew = (one: Subject) => !some.some(({ kind, name }) => kind === one.kind && isSame(name, one.name))
  return [...some, ...others.filter(isNew)]
}

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

function longestFrom(root: Node, words: readonly string[], from: number): NamedThing | undefined {
  let longest: NamedThing | undefined
  let node: Node | undefined = root
  for (let at = from; at < words.length; at += 1) {
    const keys = nameTokens(words[at] ?? '').map(({ key }) => key)
    // words that only link are part of a name when they stand inside it
    if (keys.length === 0 && at === from) return undefined
    for (const key of keys) node = node?.next.get(key)
    if (node === undefined) break
    const nameText = words.slice(from, at + 1).join(' ')
    if (keys.length > 0 && node.subjects.length > 0 && (node.capitals === undefined || node.capitals === nameText))
      longest = { from, to: at + 1, nameText, subjects: node.subjects }
  }
  return longest
}
