/** A conversation as a text that can be kept or sent: each question, what was answered, and where each sentence stands. */
import type { ConversationSummary, StoredAnswer } from '#contract/conversations.ts'
import { plainMarkdown } from '../lib/plain-markdown.ts'

export function writeConversation({
  conversation,
  answers,
}: {
  readonly conversation: ConversationSummary
  readonly answers: readonly StoredAnswer[]
}): string {
  const parts = answers.map((answer) => [`## ${plainMarkdown(answer.question)}`, ...linesOf(answer)].join('\n\n'))
  return `${[`# ${plainMarkdown(conversation.title)}`, `Asked on ${conversation.startedAt.slice(0, 10)}.`, ...parts].join('\n\n')}\n`
}

function linesOf({ sentences, state }: StoredAnswer): string[] {
  if (sentences.length === 0)
    return [state === 'stopped' ? 'Stopped before anything was shown.' : 'Not found in what could be read.']
  const lines = sentences.map(({ text, citations, isGone }) =>
    isGone
      ? 'A sentence that was quoted from a document deleted since.'
      : [
          plainMarkdown(text),
          ...citations.map(
            ({ title, page, quote }) => `> ${plainMarkdown(title)}, page ${page}: ${plainMarkdown(quote)}`,
          ),
        ].join('\n\n'),
  )
  return state === 'stopped' ? [...lines, 'Stopped here.'] : lines
}
