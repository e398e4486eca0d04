/** Tries files in the engine before they become a model of the vault: whether they load, and answer as their kind should. */
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, toWireError } from '#contract/errors.ts'
import type { OnnxEmbedderSpec, OnnxSpec } from '../embed/onnx/model-spec.ts'
import type { Engines } from '../engines/pool.ts'
import { GGUF_HEAD_BYTES, readGgufHeader } from './gguf-header.ts'
import type { Manifest } from './manifest.ts'

export const encoderSpec = (manifest: Exclude<Manifest, { kind: 'writer' }>, dir: string): OnnxSpec => ({
  kind: 'onnx',
  dir,
  files: manifest.files,
  ...manifest.encoder,
})

export const embedderSpec = (manifest: Extract<Manifest, { kind: 'embedder' }>, dir: string): OnnxEmbedderSpec => ({
  kind: 'onnx',
  dir,
  files: manifest.files,
  ...manifest.encoder,
})

export interface TryEngines {
  readonly engine: Engines['embed']
  /** Without it the head of a language model is read, and no more. */
  readonly writerEngine: Engines['llama'] | undefined
}

/** Answers with the bytes the engine held, 0 for what was not loaded. Throws a code of `model/`. */
export async function tryModel(
  { engine, writerEngine }: TryEngines,
  manifest: Manifest,
  dir: string,
  signal: AbortSignal,
): Promise<number> {
  try {
    if (manifest.kind === 'writer') return await tryWriter(writerEngine, manifest, dir, signal)
    if (manifest.kind === 'embedder')
      for await (const _ of engine.embed(
        { model: embedderSpec(manifest, dir), texts: SAMPLES, as: 'passage' },
        { signal },
      ));
    else {
      const pairs = { query: SAMPLES[0] ?? '', passages: SAMPLES }
      for await (const _ of engine.rerank({ model: encoderSpec(manifest, dir), ...pairs }, { signal }));
    }
    let held = 0
    for await (const { processBytes } of engine.measure({ model: encoderSpec(manifest, dir) }, { signal }))
      held = processBytes
    return held
  } catch (error) {
    throw told(error)
  }
}

const SAMPLES = ['Blood pressure 134/82 mmHg.', 'Allergy to penicillin, with hives as a child.']

function told(error: unknown): unknown {
  const { code } = toWireError(error)
  if (code === 'engine/memory') return new AppError('model/too-large')
  return code === 'engine/crashed' || code === 'engine/timeout' ? new AppError('model/unusable') : error
}

/** What is no such file is refused before an engine is started for it. */
async function tryWriter(
  engine: Engines['llama'] | undefined,
  { files: [file] }: Manifest,
  dir: string,
  signal: AbortSignal,
): Promise<number> {
  const path = join(dir, 'model.gguf')
  await readHead(path)
  if (engine === undefined || file === undefined) return 0
  let held = 0
  for await (const part of engine.measure({ model: { path, sha256: file.sha256 } }, { signal }))
    if ('processBytes' in part) held = part.processBytes
  return held
}

async function readHead(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const head = Buffer.alloc(Math.min(size, GGUF_HEAD_BYTES))
    await file.read(head, 0, head.length, 0)
    readGgufHeader(head, size)
  } finally {
    await file.close()
  }
}
