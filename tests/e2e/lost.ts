/** What of a page cannot be reached or read: found in the page itself, by geometry. */
import type { Page } from 'playwright-core'

/** Controls that cannot be brought into view, or are covered where they stand; and a page that is wider than its window. */
export const findLost = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const lost = []
    if (document.documentElement.scrollWidth > window.innerWidth) lost.push('the page is wider than the window')
    for (const element of document.querySelectorAll('a[href], button, input, [role="radio"], [role="switch"]')) {
      if (element.closest('[aria-hidden="true"], .sr-only') || element.closest('label [style*="clip"]')) continue
      const style = getComputedStyle(element)
      if (style.display === 'none' || style.visibility === 'hidden' || element.getClientRects().length === 0) continue
      if (element.getBoundingClientRect().width <= 1) continue
      element.scrollIntoView({ block: 'center', inline: 'center' })
      const box = element.getBoundingClientRect()
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
      const at = document.elementFromPoint(x, y)
      const isThere = at !== null && (element.contains(at) || at.contains(element) || element.closest('label')?.contains(at))
      if (!isThere) lost.push(element.outerHTML.slice(0, 160) + ' at ' + Math.round(x) + ',' + Math.round(y))
    }
    return lost
  })()`) as Promise<string[]>

/** Texts of the window that do not fit where they stand. A name or title of the record may be cut off when it is told whole in a tooltip. */
export const findClipped = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const clipped = []
    for (const element of document.querySelectorAll('body *')) {
      if (element.children.length > 0 || (element.textContent ?? '').trim() === '') continue
      if (element.closest('.sr-only, svg, [title]') || element.matches('option, script, style')) continue
      const style = getComputedStyle(element)
      if (style.visibility === 'hidden' || style.overflow === 'visible' || style.overflowX === 'auto') continue
      if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 2)
        clipped.push(element.outerHTML.slice(0, 200))
    }
    return clipped
  })()`) as Promise<string[]>
