/** English, one file for each part of the window. Translators copy the folder. */
import { emergencyText } from '#contract/emergency-text.ts'
import ask from './ask.json' with { type: 'json' }
import common from './common.json' with { type: 'json' }
import document from './document.json' with { type: 'json' }
import fact from './fact.json' with { type: 'json' }
import health from './health.json' with { type: 'json' }
import labs from './labs.json' with { type: 'json' }
import library from './library.json' with { type: 'json' }
import medicines from './medicines.json' with { type: 'json' }
import notes from './notes.json' with { type: 'json' }
import overview from './overview.json' with { type: 'json' }
import people from './people.json' with { type: 'json' }
import queue from './queue.json' with { type: 'json' }
import restore from './restore.json' with { type: 'json' }
import review from './review.json' with { type: 'json' }
import reviews from './reviews.json' with { type: 'json' }
import search from './search.json' with { type: 'json' }
import settings from './settings.json' with { type: 'json' }
import shell from './shell.json' with { type: 'json' }
import shortcut from './shortcut.json' with { type: 'json' }
import timeline from './timeline.json' with { type: 'json' }
import unlock from './unlock.json' with { type: 'json' }
import welcome from './welcome.json' with { type: 'json' }

export const en = {
  ...{ common, shell, shortcut, welcome, unlock, restore, people, library, queue, settings, health },
  // said by the command line too, in the same words
  ...{ document, search, ask: { ...ask, emergency: emergencyText } },
  ...{ fact, overview, timeline, labs, medicines, review, reviews, notes },
} as const
