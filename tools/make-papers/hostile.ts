/** Every hostile file, made on demand: none is kept in the repository. */
import { makeHostileDocx } from './hostile-docx.ts'
import type { HostileFile } from './hostile-file.ts'
import { makeHostileImages } from './hostile-image.ts'
import { makeHostilePdfs } from './hostile-pdf.ts'
import { makeHostileTexts } from './hostile-text.ts'

export const makeHostileFiles = async (): Promise<HostileFile[]> => [
  ...(await makeHostilePdfs()),
  ...makeHostileDocx(),
  ...makeHostileTexts(),
  ...(await makeHostileImages()),
]
