/**
 * The set of questions that comes with the program, about papers that are imported, read, cut, indexed and asked as a
 * person would. What is ranked are chunks; relevant are those that hold a gold passage.
 */
import type { PersonId } from '#contract/ids.ts'
import type { Store } from '../../../src-main/store/store.ts'
import { type Abstention, measureAbstention } from './abstention.ts'
import { type Comparison, compareSystems } from './compare.ts'
import type { EvaluationSet, SetQuestion } from './evaluation-set.ts'
import { type GoldChunks, goldChunks, type StoredChunk } from './gold-chunks.ts'
import { type Scores, scoreRanking } from './metrics.ts'
import { askAll, type SystemName } from './ranking-system.ts'
import { sample } from './sample.ts'
import { openSetVault } from './set-vault.ts'
import { openSystems, type Systems } from './systems.ts'
import { withFolder } from './with-folder.ts'

export interface CommittedReport {
  readonly seed: number
  readonly groups: readonly Group[]
  readonly questions: readonly ScoredQuestion[]
  /** Ids of questions one of whose gold passages lies in no chunk whole. */
  readonly cut: readonly string[]
  readonly abstention: Abstention
}

interface ScoredQuestion extends Pick<SetQuestion, 'id' | 'slice' | 'vocabulary'> {
  readonly scores: Readonly<Record<SystemName, Scores>>
}

export interface Group extends Comparison {
  readonly by: 'all' | 'slice' | 'vocabulary'
  readonly name: string
  readonly questions: number
}

/** `limit`: at most so many questions, and as many unanswerable ones, taken evenly from all. `seed`: of the intervals. */
export function evaluateCommitted(
  whole: EvaluationSet,
  { limit, seed }: { limit: number; seed: number },
): Promise<CommittedReport> {
  const set = {
    people: whole.people,
    questions: sample(whole.questions, limit),
    unanswerable: sample(whole.unanswerable, limit),
  }
  return withFolder(async (folder) => {
    const vault = await openSetVault(folder, set)
    try {
      const abstention = await measureAbstention(vault, set)
      const store = await vault.leaveStore()
      try {
        const scored = await scoreQuestions(store, vault.personIds, set.questions)
        const cut = scored.filter((one) => one.gold.cut.length > 0).map(({ question }) => question.id)
        const questions = scored.map(({ question: { id, slice, vocabulary }, scores }) => ({
          ...{ id, slice, vocabulary },
          scores,
        }))
        return { seed, groups: groupsOf(scored, seed), questions, cut, abstention }
      } finally {
        await store.close()
      }
    } finally {
      await vault.close()
    }
  })
}

interface Scored {
  readonly question: SetQuestion
  readonly gold: GoldChunks
  readonly scores: ScoredQuestion['scores']
}

async function scoreQuestions(
  store: Store,
  personIds: ReadonlyMap<string, PersonId>,
  questions: readonly SetQuestion[],
): Promise<Scored[]> {
  const systems = await openSystems(store)
  const systemsOf = new Map<string, Systems>()
  const chunksOf = new Map<string, StoredChunk[]>()
  for (const [name, personId] of personIds) {
    systemsOf.set(name, systems.of(personId))
    chunksOf.set(name, await listChunks(store, personId))
  }
  const rank = async (name: SystemName) => {
    const asked = questions.map(({ person, text }) => {
      const system = systemsOf.get(person)?.[name]
      if (system === undefined) throw new Error(`a question asks for ${person}, of whom the set has no papers`)
      return { text, system }
    })
    return askAll(asked, { atOnce: store.readers })
  }
  const ranked = { bm25: await rank('bm25'), vectors: await rank('vectors'), hybrid: await rank('hybrid') }
  return questions.map((question, at) => {
    const gold = goldChunks(question.gold, chunksOf.get(question.person) ?? [])
    if (![...gold.grades.values()].some((grade) => grade > 0)) throw new Error(`${question.id} has no gold passage`)
    const score = (name: SystemName) =>
      scoreRanking(ranked[name][at]?.ranked.map(({ chunkId }) => String(chunkId)) ?? [], gold.grades)
    return { question, gold, scores: { bm25: score('bm25'), vectors: score('vectors'), hybrid: score('hybrid') } }
  })
}

const listChunks = (store: Store, personId: PersonId): Promise<StoredChunk[]> =>
  store.db
    .selectFrom('chunk')
    .innerJoin('document', 'document.id', 'chunk.documentId')
    .select(['chunk.id', 'document.fileName as document', 'chunk.text'])
    .where('document.personId', '=', personId)
    .execute()

function groupsOf(scored: readonly Scored[], seed: number): Group[] {
  const grouped = (by: Group['by'], nameOf: (question: SetQuestion) => string) =>
    [...Map.groupBy(scored, ({ question }) => nameOf(question))].map(([name, inGroup]): Group => {
      const scoresOf = (system: SystemName) => inGroup.map(({ scores }) => scores[system])
      const scores = { bm25: scoresOf('bm25'), vectors: scoresOf('vectors'), hybrid: scoresOf('hybrid') }
      return { by, name, questions: inGroup.length, ...compareSystems(scores, seed) }
    })
  return [
    ...grouped('all', () => 'all questions'),
    ...grouped('slice', ({ slice }) => slice),
    ...grouped('vocabulary', ({ vocabulary }) => vocabulary),
  ]
}
