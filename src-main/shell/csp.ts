/** What the window's page may load and run, as one policy: written into the page when it is built, and sent with it. */

/** Scripts, styles and pictures of the window's own origin and nothing else; no connection, not even home. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // react-aria writes style elements of its own; attributes are set through the DOM, which needs no permission
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'none'",
    "worker-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')

/** Stands in the built page where each load's nonce is to be. */
export const NONCE_PLACE = '__NONCE__'
