/** The only answers that a model can give, as a grammar (GBNF, grammars/README.md of llama.cpp): bounded in every direction. */
export interface SentenceLimits {
  /** Excerpts that can be cited, 1 to 9. */
  readonly evidence: number
  readonly sentences: number
  /** Of one sentence. */
  readonly characters: number
}

/** Citations of one sentence. */
const MOST_CITES = 3

export const sentenceGrammar = ({ evidence, sentences, characters }: SentenceLimits): string =>
  [
    `root ::= "{\\"sentences\\":[" (sentence ("," sentence){0,${sentences - 1}})? "],\\"insufficient\\":" ("true" | "false") "}"`,
    `sentence ::= "{\\"text\\":\\"" letter{1,${characters}} "\\",\\"cites\\":[" cite ("," cite){0,${MOST_CITES - 1}} "]}"`,
    // what can be seen and read in one direction: no line breaks, no marks without a width, no halves of letters
    String.raw`letter ::= [ !#-\[\]-~\u00A1-\u1FFF\u2010-\u2027\u2030-\u205E\u2070-\uD7FF\uF900-\uFFFC] | "\\" ["\\/]`,
    `cite ::= [1-${evidence}]`,
  ].join('\n')
