/** A mistake in the command line itself. Its message may repeat what was typed, so it goes to the terminal and nowhere else. */
const name = 'WrongUsage'

export const wrongUsage = (message: string): Error => Object.assign(new Error(message), { name })

export const isWrongUsage = (error: unknown): error is Error => error instanceof Error && error.name === name
