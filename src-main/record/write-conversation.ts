/** A conversation as a text that can be kept or sent: each question, what was answered, and where each sentence stands. */
import type { ConversationSummary, StoredAnswer } from '#contract/conversations.ts'

export function writeConversation({
  conversation,
  answers,
}: {
  readonly conversation: ConversationSummary
  readonly answers: readonly StoredAnswer[]
}): string {
  const parts = answers.map((answer) => [`## ${plain(answer.question)}`, ...linesOf(answer)].join('\n\n'))
  return `${[`# ${plain(conversation.title)}`, `Asked on ${conversation.startedAt.slice(0, 10)}.`, ...parts].join('\n\n')}\n`
}

function linesOf({ sentences, state }: StoredAnswer): string[] {
  if (sentences.length === 0)
    return [state === 'stopped' ? 'Stopped before anything was shown.' : 'Not found in what could be read.']
  const lines = sentences.map(({ text, citations, isGone }) =>
    isGone
      ? 'A sentence that was quoted from a document deleted since.'
      : [
          plain(text),
          ...citations.map(({ title, page, quote }) => `> ${plain(title)}, page ${page}: ${plain(quote)}`),
        ].join('\n\n'),
  )
  return state === 'stopped' ? [...lines, 'Stopped here.'] : lines
}

/** On one line, and no mark of Markdown or HTML from a paper means anything. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|]/g, '\\$&')
