/** By itself, so that whoever asks for it loads no extractor. */

/** Raised when the same pages yield other facts than before: every document is then extracted again. */
export const extractionVersion = 8
