import type { MessageKind } from '@ngopi/shared/templates'

/** What a guest of the queue is told where the kind alone does not say it. */
export type QueueAbout = 'seat' | 'offer' | 'revoked' | 'replaced'

/** The words kept with a guest of the queue; undefined: those of the kind, chosen when the message is written. */
export const queueAboutOf = (templateKind: MessageKind): QueueAbout | undefined =>
  templateKind === 'seat' ||
  templateKind === 'offer' ||
  templateKind === 'revoked' ||
  templateKind === 'replaced'
    ? templateKind
    : undefined
