/** Gives a picture that lies in no file to the vault: in pieces, since no message from the window is large. */
import { MAX_PASTED_BYTES, MAX_PIECE_BYTES } from '#contract/documents.ts'
import { AppError } from '#contract/errors.ts'
import type { PersonId } from '#contract/ids.ts'
import { api } from '../api/client.ts'
import type { Output } from '../api/paths.ts'

export async function takePicture(
  personId: PersonId,
  picture: Blob,
  title: string,
): Promise<Output<'documents.importPicture'>> {
  if (picture.size > MAX_PASTED_BYTES) throw new AppError('file/pasted-too-large')
  const of = crypto.randomUUID()
  const bytes = new Uint8Array(await picture.arrayBuffer())
  for (let at = 0; at < bytes.length; at += MAX_PIECE_BYTES)
    await api.documents.givePiece({ of, at, bytes: bytes.slice(at, at + MAX_PIECE_BYTES) })
  return api.documents.importPicture({ personId, of, title })
}
