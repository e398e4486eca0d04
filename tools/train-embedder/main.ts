/**
 * npm run train-embedder -- --data DIR [--seed N] [--threads N] [--try FILE]
 *
 * Trains the built-in embedder and writes it, with its hash, to resources/embedder. With --try a part of the text is held
 * out, the model goes to FILE and its scores on what was held out are printed. Needs g++; takes minutes.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openStaticModel } from '../../src-main/embed/static/static-model.ts'
import { readDictionaryRows } from '../../src-main/retrieve/dictionary-rows.ts'
import { encodeModel } from './encode-model.ts'
import { holdOut } from './hold-out.ts'
import { printScores } from './print-scores.ts'
import { rankingTasks } from './ranking-tasks.ts'
import { readWeights } from './read-weights.ts'
import { MOST_BYTES, recipe } from './recipe.ts'
import { tablePairs } from './table-pairs.ts'
import { encodeTrainingSet, findVocabulary } from './training-set.ts'
import { readTrainingText, type TrainingText } from './training-text.ts'
import { withoutUnseen } from './unseen-terms.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const resources = fileURLToPath(new URL('../../resources/embedder/', import.meta.url))
const unseenTerms = fileURLToPath(new URL('../../tests/eval/retrieval/unseen-terms.txt', import.meta.url))
const MODEL = 'medmem-static-v1.bin'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    seed: { type: 'string', default: '1' },
    threads: { type: 'string', default: '1' },
    try: { type: 'string' },
  },
})
if (values.data === undefined) {
  console.error('Name the folder with the training texts: npm run train-embedder -- --data DIR')
  process.exit(2)
}

const all = readAll(values.data)
const { kept, heldOut } = values.try === undefined ? { kept: all, heldOut: [] } : holdOut(all)
const model = train(kept)
if (model.length > MOST_BYTES) throw new Error(`${model.length} bytes are more than ${MOST_BYTES}`)
if (values.try === undefined) {
  writeFileSync(path.join(resources, MODEL), model)
  const hash = createHash('sha256').update(model).digest('hex')
  writeFileSync(path.join(resources, `${MODEL}.sha256`), `${hash}  ${MODEL}\n`)
} else {
  writeFileSync(values.try, model)
  printScores(rankingTasks(all.pairs, heldOut), openStaticModel(model))
}

function readAll(folder: string): TrainingText {
  const read = readTrainingText(folder)
  const terms = existsSync(unseenTerms) ? readFileSync(unseenTerms, 'utf8').split(/[\t\n]/) : []
  return { ...read, pairs: withoutUnseen([...read.pairs, ...tablePairs(readDictionaryRows())], terms) }
}

function train(text: TrainingText): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), 'train-embedder-'))
  const at = (name: string) => path.join(folder, name)
  try {
    const vocabulary = findVocabulary(text, recipe.words)
    writeFileSync(at('set'), encodeTrainingSet(text, vocabulary))
    const flags = ['-O3', '-march=native', '-ffast-math', '-std=c++20', '-pthread']
    execFileSync('g++', [...flags, '-o', at('train'), path.join(here, 'train.cpp')], { stdio: 'inherit' })
    const settings = Object.entries({ ...recipe.training, seed: values.seed, threads: values.threads })
    const named = settings.map(([name, value]) => `${name}=${value}`)
    execFileSync(at('train'), [at('set'), at('weights'), ...named], { stdio: 'inherit' })
    return encodeModel({ words: vocabulary.words, ...readWeights(at('weights')) }, recipe)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
