/** F6 moves between the panes of the window: whatever carries `data-pane`, in the order in which it stands on the page. */
export function focusPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null)
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(at + step + panes.length) % panes.length]
  if (next === undefined) return
  const inside = next.querySelector<HTMLElement>('a[href], button:not([disabled]), input, [tabindex="0"]')
  ;(inside ?? next).focus()
}
