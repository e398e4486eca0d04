/** Which page is looked at, and how to go to one. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** `visit`: `<page> <what is lit>`; another one means that the page is gone to. */
export function usePageInView(
  scroller: RefObject<HTMLElement | null>,
  visit: string,
  hasPages: boolean,
): readonly [page: number, goTo: (page: number) => void] {
  const asked = Number(visit.split(' ')[0])
  const [page, setPage] = useState(asked)
  const wanted = useRef<number>(undefined)

  const goTo = (number: number) => {
    scroller.current?.querySelector(`[data-slot="${number}"]`)?.scrollIntoView({ block: 'start' })
    setPage(number)
    // scrolling tells of it a moment later, and the last page may not come to the top
    wanted.current = number
  }

  useEffect(() => {
    const target = scroller.current
    if (target === null) return
    const look = () => {
      const middle = target.getBoundingClientRect().top + target.clientHeight / 3
      const slots = [...target.querySelectorAll<HTMLElement>('[data-slot]')]
      const shown = slots.findLast((slot) => slot.getBoundingClientRect().top <= middle) ?? slots[0]
      if (shown !== undefined && wanted.current === undefined) setPage(Number(shown.dataset.slot))
      wanted.current = undefined
    }
    target.addEventListener('scroll', look, { passive: true })
    return () => target.removeEventListener('scroll', look)
  }, [scroller])

  const latest = useRef(goTo)
  useLayoutEffect(() => {
    latest.current = goTo
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a visit is gone to once, when there are pages
  useLayoutEffect(() => {
    if (hasPages && (asked > 1 || page !== asked)) latest.current(asked)
  }, [visit, hasPages])
  return [page, goTo]
}
