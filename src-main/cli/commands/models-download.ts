/** Downloads a model after saying from where, how much, and by which hash it is known; never without a yes to that. */
import { AppError } from '#contract/errors.ts'
import type { Model } from '#contract/models.ts'
import type { Call, Run } from '../call.ts'
import { exitCodes } from '../exit-codes.ts'
import { canAsk, write } from '../io.ts'
import { listAll } from '../list-all.ts'
import { describeSize, howToUse } from '../model-text.ts'
import { createProgressLine } from '../progress.ts'
import { askYes } from '../prompt.ts'
import { safeLine } from '../terminal-text.ts'
import { wrongUsage } from '../wrong-usage.ts'

export const modelsDownload: Run = async (call) => {
  const { api, words, io, signal, options } = call
  const [id = ''] = words
  const model = (await listAll((from) => api.models.list({ filter: {}, ...from }))).find((each) => each.id === id)
  if (model === undefined) throw new AppError('model/unknown')
  if (model.download === null) throw new AppError('download/not-offered')
  if (!options.yes && !canAsk(io)) throw wrongUsage('Without a terminal to ask on, "models download" needs --yes.')
  if (model.hasTerms && !options.acceptTerms && !canAsk(io))
    throw wrongUsage('This model has terms to accept: read them, then add --accept-terms.')
  if (!(await consents(call, model)))
    return { json: { id, downloaded: false }, lines: ['Nothing was downloaded.'], exitCode: exitCodes.failed }

  const line = createProgressLine(io.stderr)
  const input = { id, accept: model.download, acceptTerms: model.hasTerms }
  try {
    for await (const { doneBytes, totalBytes } of api.models.download(input, { signal }))
      line.show(`${safeLine(model.title)}: ${describeSize(doneBytes)} of ${describeSize(totalBytes)}`)
  } finally {
    line.clear()
  }
  return { json: { id, downloaded: true }, lines: [`${safeLine(model.title)} is here.`, howToUse(model.kind, id)] }
}

async function consents({ io, options, signal }: Call, model: Model): Promise<boolean> {
  const { host = '', bytes = 0, sha256 = null } = model.download ?? {}
  const offer = [
    `From ${host}: ${bytes} bytes (${describeSize(bytes)}) at most.`,
    sha256 === null ? 'Its hash is not known; that of this copy will be remembered.' : `SHA-256 ${sha256}.`,
    `Licence: ${model.licence}${model.licenceUrl === null ? '' : ` (${model.licenceUrl})`}.`,
  ]
  await write(io.stderr, `${offer.join('\n')}\n`)
  if (
    model.hasTerms &&
    !options.acceptTerms &&
    !(await askYes(io, 'Have you read its terms, and accept them?', signal))
  )
    return false
  return options.yes || askYes(io, 'Connect to this host and download it?', signal)
}
