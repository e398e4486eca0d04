/** Chunk rows of a stored page: where they lie was decided when the page was read. */
import type { NewChunk } from '../store/chunks.ts'
import type { PageRow } from '../store/tables.ts'

export function chunksOfPage(
  page: Pick<PageRow, 'id' | 'documentId' | 'text' | 'chunkSpans'>,
  personSeq: number,
): NewChunk[] {
  const spans = JSON.parse(page.chunkSpans) as [number, number][]
  return spans.map(([startOffset, endOffset]) => ({
    documentId: page.documentId,
    pageId: page.id,
    personSeq,
    startOffset,
    endOffset,
    text: page.text.slice(startOffset, endOffset),
  }))
}
