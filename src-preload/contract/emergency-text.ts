/** What is said when a question is about something happening now: the same words always, shared by window and command line. */

export const emergencyText = {
  message: 'This program only reads papers and cannot help with what is happening now.',
  next: 'If somebody needs help, call your local emergency number, or someone near you.',
} as const
