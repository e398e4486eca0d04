/** What each notice about a page means, in a sentence for people, with what to do about it. Shared by window and command line. */
import type { PageNotice } from './documents.ts'

export const pageNoticeTexts: Readonly<Record<PageNotice, string>> = {
  'hidden-text': 'The file holds words here that the page does not show. Rely on what you see.',
  'swapped-text': "The page shows other words than the file's own text says. What is shown was read.",
  blurred: 'The picture is blurred. Take it again: hold still, and let the camera focus first.',
  'cut-off': 'Part of the page is outside the picture. Take it again with all four edges in view.',
  glare: 'Light is reflected from the page and hides words. Take it again without flash, away from lamps.',
  'too-small':
    'The letters are too small to be read safely. Take it again from nearer, or scan it at 300 dots per inch.',
  'not-looked-at': 'The page could not be looked at: reading it failed. Its image is kept.',
}
