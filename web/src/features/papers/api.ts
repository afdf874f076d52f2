import { type PaperKind, papersApi } from '@ngopi/shared/papers'
import { call } from '../../lib/api.ts'
import { ApiError } from '../../lib/api-error.ts'
import { download } from '../../lib/download.ts'
import { watchPaper } from './watched-papers.ts'

interface WantedPaper {
  address: string
  /** Its name where the server gives none. */
  fallback: string
  sessionId: string
  kind: PaperKind
}

/** Has a paper made, and shows how far it is. */
export const havePaperMade = async (
  { sessionId, kind }: Pick<WantedPaper, 'sessionId' | 'kind'>,
  insteadOf?: string,
): Promise<void> =>
  watchPaper(await call(papersApi.create, { params: { id: sessionId }, body: { kind } }), insteadOf)

/** Downloads a paper, or has it made where it is too long to be waited for. */
export const takePaper = async ({ address, fallback, ...wanted }: WantedPaper): Promise<void> => {
  try {
    await download(address, fallback)
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'long_paper') throw error
    await havePaperMade(wanted)
  }
}
