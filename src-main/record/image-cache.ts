/** Images of pages, in memory only and within a bound; those looked at longest ago go first. */
export interface CachedImage {
  readonly type: 'image/png' | 'image/jpeg'
  readonly width: number
  readonly height: number
  readonly pieces: readonly Uint8Array[]
  readonly length: number
}

export function createImageCache(maxBytes: number) {
  /** In the order of use. A document's images, so that they can go with it. */
  const images = new Map<string, { readonly documentId: string; readonly image: CachedImage }>()
  let bytes = 0

  function drop(key: string): void {
    bytes -= images.get(key)?.image.length ?? 0
    images.delete(key)
  }

  return {
    find(key: string): CachedImage | undefined {
      const found = images.get(key)
      if (found === undefined) return
      images.delete(key)
      images.set(key, found)
      return found.image
    },
    put(key: string, documentId: string, image: CachedImage): void {
      drop(key)
      images.set(key, { documentId, image })
      bytes += image.length
      for (const oldest of images.keys()) {
        if (bytes <= maxBytes || images.size === 1) return
        drop(oldest)
      }
    },
    /** All of a document, or all there is. */
    forget(documentId?: string): void {
      for (const [key, { documentId: owner }] of images) if (documentId === undefined || owner === documentId) drop(key)
    },
  }
}
