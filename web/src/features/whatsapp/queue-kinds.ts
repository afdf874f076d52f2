import type { ResponseOf } from '@ngopi/shared/endpoint'
import type { whatsappApi } from '@ngopi/shared/whatsapp'

/** In the order in which they press. */
export const queueKinds = ['reschedule', 'cancel', 'invitation', 'reminder', 'thanks'] as const
export type QueueKind = (typeof queueKinds)[number]

type KindProgress = ResponseOf<typeof whatsappApi.progress>['kinds'][number]

/** The kinds that have somebody to write to or in the queue, the most pressing first. */
export const kindsToShow = (kinds: readonly KindProgress[]): KindProgress[] =>
  queueKinds
    .flatMap((kind) => kinds.filter((one) => one.kind === kind))
    .filter((one) => leftOf(one) > 0)

/** How many are left for a kind, in the queue or not yet. */
export const leftOf = ({ eligible, progress }: KindProgress): number => eligible + progress.waiting
