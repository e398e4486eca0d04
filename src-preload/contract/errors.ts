/**
 * Everything a call, a file or a job can fail with, as one closed list. `details` carries ids and numbers only,
 * never text from a document, a name or a path. The sentences for people are in error-text.ts.
 */
export const errorCodes = [
  'input/invalid',
  'busy/too-many',
  'app/too-old',
  'app/closing',
  'internal',
  'cancelled',
  'vault/absent',
  'vault/exists',
  'vault/not-empty',
  'vault/locked',
  'vault/in-use',
  'vault/wrong-passphrase',
  'vault/wrong-recovery-key',
  'vault/damaged-header',
  'vault/damaged-store',
  'vault/damaged-original',
  'vault/unwritable',
  'vault/disk-full',
  'vault/too-many-tries',
  'vault/no-device-unlock',
  'vault/keychain-unavailable',
  'passphrase/too-weak',
  'person/unknown',
  'person/ambiguous',
  'document/unknown',
  'document/busy',
  'document/known',
  'document/needs-no-answer',
  'document/wrong-password',
  'document/needs-no-password',
  'page/unknown',
  'page/without-image',
  'conversation/unknown',
  'review/unknown',
  'note/unknown',
  'note/changed',
  'note/invalid-date',
  'note/other-person',
  'document/is-note',
  'fact/unknown',
  'fact/changed',
  'fact/one-by-one',
  'fact/no-conversion',
  'fact/invalid-value',
  'fact/undo-unknown',
  'file/not-found',
  'file/unreadable',
  'file/empty',
  'file/too-large',
  'file/pasted-too-large',
  'file/no-picture',
  'file/unsupported',
  'file/exists',
  'file/unwritable',
  'file/differs',
  'file/not-trashed',
  'pdf/damaged',
  'docx/damaged',
  'image/damaged',
  'image/too-large',
  'language/damaged-pack',
  'language/unknown',
  'model/damaged',
  'document/not-pictures',
  'archive/damaged',
  'archive/bomb',
  'xml/forbidden',
  'xml/damaged',
  'text/not-text',
  'model/unknown',
  'model/absent',
  'model/needs-id',
  'model/wrong-kind',
  'model/external-data',
  'model/unsafe-file',
  'model/too-large',
  'model/wrong-hash',
  'model/changed',
  'model/unusable',
  'model/in-use',
  'model/pinned',
  'download/not-offered',
  'download/no-consent',
  'download/refused-host',
  'download/refused',
  'download/too-large',
  'download/timeout',
  'download/interrupted',
  'engine/crashed',
  'engine/timeout',
  'engine/memory',
  'store/busy',
  'store/closed',
  'backup/no-place',
  'backup/absent',
  'backup/unreachable',
  'backup/unwritable',
  'backup/disk-full',
  'backup/inside-vault',
  'backup/other-vault',
  'backup/in-use',
  'backup/damaged',
  'backup/unknown',
  'setting/unknown',
  'setting/invalid',
  'desktop/absent',
] as const

export type ErrorCode = (typeof errorCodes)[number]
export type ErrorDetails = Readonly<Record<string, string | number>>

export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(code, options)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

/** How an error crosses between processes. */
export interface WireError {
  readonly code: ErrorCode
  readonly details: ErrorDetails
}

/** Anything that is not an AppError is a bug: it crosses as `internal`, without its message. */
export const toWireError = (error: unknown): WireError =>
  error instanceof AppError ? { code: error.code, details: error.details } : { code: 'internal', details: {} }

export const fromWireError = ({ code, details }: WireError): AppError => new AppError(code, details)
