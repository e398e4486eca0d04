/**
 * What one ranking is worth against what is known to be relevant. Pure. Gain is the grade itself and the discount
 * log2(rank + 1), as in trec_eval's ndcg_cut (usnistgov/trec_eval, m_ndcg_cut.c, after Järvelin and Kekäläinen, ACM TOIS
 * 20, 422–446, 2002); where grades are 0 and 1 that is the same as with gains of 2^grade - 1.
 */

export const metricNames = ['ndcg10', 'mrr10', 'recall100'] as const
export type Metric = (typeof metricNames)[number]
/** Each 0..1, larger is better. */
export type Scores = Readonly<Record<Metric, number>>

/** By item; what is missing has grade 0. Relevant is what has a grade above 0. */
export type Grades = ReadonlyMap<string, number>

/**
 * `ranked`: best first; whoever ranks has settled ties by the order. An item that comes again counts at its first place
 * only. NaN when nothing is relevant: no ranking is better than another then.
 */
export function scoreRanking(ranked: readonly string[], grades: Grades): Scores {
  const gains = [...new Set(ranked)].map((item) => grades.get(item) ?? 0)
  const relevant = [...grades.values()].filter((grade) => grade > 0)
  if (relevant.length === 0) return { ndcg10: Number.NaN, mrr10: Number.NaN, recall100: Number.NaN }
  const first = gains.slice(0, 10).findIndex((gain) => gain > 0)
  return {
    ndcg10: discounted(gains.slice(0, 10)) / discounted(relevant.sort((a, b) => b - a).slice(0, 10)),
    mrr10: first < 0 ? 0 : 1 / (first + 1),
    recall100: gains.slice(0, 100).filter((gain) => gain > 0).length / relevant.length,
  }
}

const discounted = (gains: readonly number[]) => gains.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0)
