/** The parts of a path, on any system. */
const cutAt = (path: string) => Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))

export const fileNameOf = (path: string): string => path.slice(cutAt(path) + 1)

/** Without the sign at its end; the root is itself. */
export const folderOf = (path: string): string => path.slice(0, Math.max(cutAt(path), 0)) || path.slice(0, 1)
