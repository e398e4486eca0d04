/**
 * The same questions with one paper of each person locked behind a password: whoever then speaks of all, of none, of how
 * many or of an extreme must say that something is unread.
 */
import { makePasswordPdf } from '../../../tools/make-papers/password-pdf.ts'
import type { RecordPerson } from '../../../tools/make-papers/record-qa/truth.ts'
import { askAll } from './ask-all.ts'
import type { Question } from './questions/question.ts'
import type { Scored } from './score.ts'

export interface Withheld {
  readonly answers: number
  readonly withoutNotice: readonly Scored[]
}

export async function askWithheld(asked: Omit<Parameters<typeof askAll>[0], 'filesOf'>): Promise<Withheld> {
  const scored = await askAll({ ...asked, wants: (question) => asked.wants(question) && isOfAll(question), filesOf })
  const speaking = scored.filter((one) => one.isAbstained || speaksOfAll(one.question))
  return { answers: speaking.length, withoutNotice: speaking.filter(({ needsUnreadNotice }) => !needsUnreadNotice) }
}

/** The middle paper of the record is there and cannot be opened. */
async function filesOf({ papers }: RecordPerson): Promise<{ name: string; bytes: Uint8Array }[]> {
  const locked = Math.floor(papers.length / 2)
  return Promise.all(
    papers.map(async ({ fileName, bytes }, at) =>
      at === locked
        ? { name: `${fileName.replace(/\.\w+$/, '')}-locked.pdf`, bytes: await makePasswordPdf('not known here') }
        : { name: fileName, bytes },
    ),
  )
}

const speaksOfAll = ({ kind }: Question) =>
  kind.startsWith('list-') || kind === 'highest' || kind === 'lowest' || kind === 'mean' || kind === 'count'

const isOfAll = (question: Question) => speaksOfAll(question) || question.expected.is === 'unanswerable'
