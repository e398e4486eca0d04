/** `window.medmemory` for a page served by the preview: the same four functions, over requests to where it came from. */
{
  const decode = (value) => {
    if (value === null || typeof value !== 'object') return value
    if (typeof value.__bytes === 'string') return Uint8Array.from(atob(value.__bytes), (c) => c.charCodeAt(0))
    if (Array.isArray(value)) return value.map(decode)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, decode(each)]))
  }
  const post = (path, body, signal) =>
    fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal })
  const failed = (code) => ({ ok: false, error: { code, details: {} } })

  /** Each line of an answer that goes on for as long as it likes. */
  async function eachLine(response, take) {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    let rest = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const lines = (rest + value).split('\n')
      rest = lines.pop()
      for (const line of lines) if (line !== '') take(decode(JSON.parse(line)))
    }
  }

  const listeners = new Set()
  async function listen() {
    await eachLine(await fetch('/api/events'), (event) => {
      for (const listener of listeners) listener(event)
      if (event.kind === 'locked') location.reload()
    })
  }

  window.medmemory = Object.freeze({
    async call(path, input, onCancel) {
      const stop = new AbortController()
      onCancel?.(() => stop.abort())
      try {
        const response = await post('/api/call', { path, input }, stop.signal)
        return response.ok ? decode(await response.json()) : failed('internal')
      } catch {
        return failed(stop.signal.aborted ? 'cancelled' : 'internal')
      }
    },
    open(path, input, take) {
      const stop = new AbortController()
      let ended = false
      const pass = (message) => {
        if (ended) return
        ended = message.kind === 'end'
        take(message)
      }
      post('/api/open', { path, input }, stop.signal)
        .then((response) => eachLine(response, pass))
        .then(
          () => pass({ kind: 'end', error: failed('internal').error }),
          () => pass({ kind: 'end', error: failed(stop.signal.aborted ? 'cancelled' : 'internal').error }),
        )
      return () => stop.abort()
    },
    on(take) {
      listeners.add(take)
      return () => void listeners.delete(take)
    },
    /** A browser keeps to itself where a file lies; the preview gets a copy, and the copy's place. */
    async pathOf(file) {
      const response = await fetch(`/api/upload?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file })
      return response.ok ? (await response.json()).path : ''
    },
  })
  listen().catch(() => {})
}
