/**
 * Reads `{"sentences":[{"text":…,"cites":[…]},…],"insufficient":…}` as it is written, and hands out each sentence when its
 * object closes. However the text is cut into pieces, the sentences are the same. What is no sentence is left out.
 */
export interface WrittenSentence {
  readonly text: string
  /** Excerpts by their numbers. */
  readonly cites: readonly number[]
}

export interface SentenceStream {
  push(piece: string): WrittenSentence[]
  /** Whether the whole object has been read. */
  isWhole(): boolean
  /** What the object says of itself; undefined while it is not whole. */
  insufficient(): boolean | undefined
}

/** Open brackets around what stands in a sentence: the whole, the list, the sentence. */
const IN_SENTENCE = 3

export function createSentenceStream(): SentenceStream {
  let text = ''
  let read = 0
  let depth = 0
  let isString = false
  let isEscaped = false
  let sentenceAt = 0
  let isWhole = false

  function step(letter: string): WrittenSentence | undefined {
    if (isString) {
      if (isEscaped) isEscaped = false
      else if (letter === '\\') isEscaped = true
      else if (letter === '"') isString = false
    } else if (letter === '"') isString = true
    else if (letter === '{' || letter === '[') {
      depth += 1
      if (depth === IN_SENTENCE) sentenceAt = read
    } else if (letter === '}' || letter === ']') {
      depth -= 1
      if (depth === IN_SENTENCE - 1) return toSentence(text.slice(sentenceAt, read + 1))
      isWhole = depth === 0
    }
    return undefined
  }

  return {
    push(piece) {
      const sentences: WrittenSentence[] = []
      text += piece
      for (; read < text.length && !isWhole; read += 1) {
        const sentence = step(text.charAt(read))
        if (sentence !== undefined) sentences.push(sentence)
      }
      return sentences
    },
    isWhole: () => isWhole,
    insufficient() {
      if (!isWhole) return undefined
      const said = parse(text.slice(0, read))
      return isObject(said) && said.insufficient === true
    },
  }
}

function toSentence(json: string): WrittenSentence | undefined {
  const read = parse(json)
  if (!isObject(read)) return undefined
  const { text, cites } = read
  if (typeof text !== 'string' || text.trim() === '' || text.includes('\uFFFD') || !Array.isArray(cites))
    return undefined
  if (!cites.every((cite) => Number.isInteger(cite))) return undefined
  return { text: text.trim(), cites: [...new Set<number>(cites)] }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
