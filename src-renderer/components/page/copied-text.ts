/** What a selection over page images copies: the page's own text from its first word to its last, with its lines and cells. */
import type { ShownPage } from '#contract/pages.ts'

/** Undefined: the selection touches no word of a page. `pages` by their numbers. */
export function copiedText(selection: Selection, pages: ReadonlyMap<number, ShownPage>): string | undefined {
  const parts: string[] = []
  for (const layer of document.querySelectorAll<HTMLElement>('[data-text-layer]')) {
    const page = pages.get(Number(layer.dataset.textLayer))
    if (page === undefined || !selection.containsNode(layer, true)) continue
    const words = [...layer.querySelectorAll<HTMLElement>('[data-start]')].filter((word) =>
      selection.containsNode(word, true),
    )
    const spans = words.map((word) => selectedPart(selection, word)).filter(({ end, start }) => end > start)
    if (spans.length === 0) continue
    const from = Math.min(...spans.map(({ start }) => start))
    const until = Math.max(...spans.map(({ end }) => end))
    parts.push(page.text.slice(from, until))
  }
  return parts.length === 0 ? undefined : parts.join('\n\n')
}

function selectedPart(selection: Selection, word: HTMLElement): { start: number; end: number } {
  const at = Number(word.dataset.start)
  const length = word.textContent?.length ?? 0
  const range = selection.getRangeAt(0)
  const from = word.contains(range.startContainer) ? range.startOffset : 0
  const until = word.contains(range.endContainer) ? range.endOffset : length
  return { start: at + from, end: at + until }
}
