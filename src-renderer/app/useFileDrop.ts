/** Files over the window: whether some are being dragged over it now, and what to do when they are let go, or pasted. */
import { useEffect, useRef, useState } from 'react'

export function useFileDrop(take: ((files: readonly File[]) => void) | undefined): boolean {
  const [isOver, setOver] = useState(false)
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    let depth = 0
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const end = () => {
      depth = 0
      setOver(false)
    }
    const handlers = {
      dragenter(event: DragEvent) {
        if (!hasFiles(event)) return
        event.preventDefault()
        depth += 1
        setOver(true)
      },
      dragover(event: DragEvent) {
        if (!hasFiles(event) || event.dataTransfer === null) return
        event.preventDefault()
        event.dataTransfer.dropEffect = latest.current === undefined ? 'none' : 'copy'
      },
      dragleave() {
        depth -= 1
        if (depth <= 0) end()
      },
      drop(event: DragEvent) {
        if (!hasFiles(event)) return
        event.preventDefault()
        end()
        const files = [...(event.dataTransfer?.files ?? [])]
        if (files.length > 0) latest.current?.(files)
      },
    } as const
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0 || isForField(event)) return
      event.preventDefault()
      latest.current?.(files)
    }
    for (const [name, handler] of Object.entries(handlers)) window.addEventListener(name, handler as EventListener)
    window.addEventListener('paste', onPaste)
    return () => {
      for (const [name, handler] of Object.entries(handlers)) window.removeEventListener(name, handler as EventListener)
      window.removeEventListener('paste', onPaste)
    }
  }, [])
  return isOver
}

/** What was copied in a word processor comes as text and as a picture of it; where one writes, the text is meant. */
const isForField = ({ target, clipboardData }: ClipboardEvent): boolean =>
  (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) &&
  (clipboardData?.types.includes('text/plain') ?? false)
