/**
 * What the shell remembers between starts: which vault, and where the window stood. Lies beside the vaults, unencrypted, and
 * so never holds anything of a record. A file that cannot be read or written is as good as none.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { writeAtomically } from '../vault/atomic-write.ts'

const Bounds = z.strictObject({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(200).max(20_000),
  height: z.int().min(200).max(20_000),
})
/** `x` and `y` are both there or neither. */
export type Bounds = { readonly width: number; readonly height: number; readonly x?: number; readonly y?: number }

const Remembered = z.strictObject({
  vaultFolder: z.string().min(1).max(4096).optional(),
  bounds: Bounds.optional(),
  maximized: z.boolean().optional(),
})
type Remembered = z.infer<typeof Remembered>

export function openRemembered(path: string) {
  let current = read(path)
  let writing: Promise<void> = Promise.resolve()

  return {
    vaultFolder: () => current.vaultFolder,
    isMaximized: () => current.maximized ?? false,
    /** Undefined when the window would stand where there is no screen any more. */
    boundsWithin(screens: readonly Required<Bounds>[]): Bounds | undefined {
      if (current.bounds === undefined) return undefined
      const { x, y, width, height } = current.bounds
      if (x === undefined || y === undefined) return { width, height }
      const isSeen = screens.some(
        (screen) =>
          x + width / 2 >= screen.x &&
          x + width / 2 <= screen.x + screen.width &&
          y >= screen.y &&
          y <= screen.y + screen.height,
      )
      return isSeen ? { x, y, width, height } : undefined
    },
    remember(part: Partial<Remembered>): Promise<void> {
      current = { ...current, ...part }
      const bytes = Buffer.from(`${JSON.stringify(current)}\n`)
      writing = writing.then(() => writeAtomically(path, (file) => file.writeFile(bytes))).catch(() => {})
      return writing
    },
  }
}

function read(path: string): Remembered {
  try {
    return Remembered.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return {}
  }
}
