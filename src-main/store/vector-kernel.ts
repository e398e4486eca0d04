/** The compiled scan (kernel/scan.as says what each function does), bound to one memory at a time. Pointers and counts are not checked. */
import { readFileSync } from 'node:fs'

export interface Kernel {
  norms(vectors: number, rows: number, stride: number, inverses: number): void
  addUnits(vectors: number, inverses: number, rows: number, stride: number, sums: number): void
  encode(
    vectors: number,
    inverses: number,
    rows: number,
    stride: number,
    centre: number,
    codes: number,
    codeStride: number,
  ): void
  nearer(
    codes: number,
    query: number,
    rows: number,
    codeStride: number,
    most: number,
    list: number,
    histogram: number,
  ): number
  within(list: number, count: number, most: number): number
  widen(vector: number, stride: number, wide: number): void
  similarities(
    list: number,
    count: number,
    vectors: number,
    inverses: number,
    wide: number,
    stride: number,
    out: number,
  ): void
}

export interface KernelMemory {
  /** Another one after growing. */
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

export const WASM_PAGE_BYTES = 65_536

/** A fresh memory of at least this size, all zeros, and the kernel over it. */
export type StartKernel = (bytes: number) => { readonly kernel: Kernel; readonly memory: KernelMemory }

export const kernelFile = new URL('../../resources/kernel/scan.wasm', import.meta.url)

/** Compiles once for any number of memories. */
export function loadKernel(file = kernelFile): StartKernel {
  const module = new WebAssembly.Module(readFileSync(file))
  return (bytes) => {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / WASM_PAGE_BYTES) })
    const kernel = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Kernel
    return { kernel, memory }
  }
}

/** What is used of it: neither the language's types nor Node's name it. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: object }
  readonly Memory: new (size: { readonly initial: number }) => KernelMemory
}
