/** What the check prints, and whether it passes: a check that read nothing has checked nothing. */
import type { Checked } from './check.ts'

export function report({ files, imports, logCalls, broken }: Checked): { lines: string[]; exitCode: 0 | 1 } {
  const summary = [
    `import rules: ${files} files, ${imports} imports read, ${broken.length} broken`,
    `log rule: ${logCalls} calls read`,
  ]
  return { lines: [...broken, ...summary], exitCode: files > 0 && broken.length === 0 ? 0 : 1 }
}
