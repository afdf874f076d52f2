import type { invitationsApi } from '@ngopi/shared/invitations'
import type { z } from 'zod'

/** Somebody asked for and left out, with the reason. */
export type Skipped = z.infer<
  (typeof invitationsApi.create.schema.response)['2xx']
>['skipped'][number]

/** As many as the server takes at once. */
const maxItems = 500

/** Splits a long choice into requests the server accepts, in the order chosen. */
export const inBatches = (ids: readonly string[], size = maxItems): string[][] =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, batch) =>
    ids.slice(batch * size, (batch + 1) * size),
  )
