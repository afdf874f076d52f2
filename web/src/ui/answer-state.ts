import type { AnswerCounts } from '@ngopi/shared/invitation-states'

/** How an answer looks, the same everywhere: glyph and colour; the word is in common-messages. */
export const answerLooks = {
  attending: { color: 'attending', glyph: 'full' },
  maybe: { color: 'maybe', glyph: 'half' },
  declined: { color: 'declined', glyph: 'struck' },
  none: { color: 'silent', glyph: 'hollow' },
  waitlisted: { color: 'waitlisted', glyph: 'ring' },
  offered: { color: 'waitlisted', glyph: 'half' },
  needs_reconfirmation: { color: 'reconfirm', glyph: 'turn' },
  substituted: { color: 'declined', glyph: 'swap' },
  cancelled: { color: 'cancelled', glyph: 'cross' },
} as const

export type AnswerLook = keyof typeof answerLooks
export type AnswerGlyph = (typeof answerLooks)[AnswerLook]['glyph']

/** The parts of the bar of answers, in its order. */
export const barStates = [
  'attending',
  'maybe',
  'offered',
  'waitlisted',
  'needs_reconfirmation',
  'declined',
  'none',
] as const
export type BarState = (typeof barStates)[number]

export const countOf = (counts: AnswerCounts, state: BarState): number =>
  ({
    attending: counts.attending,
    maybe: counts.maybe,
    declined: counts.declined,
    offered: counts.offered,
    waitlisted: counts.waitlisted,
    needs_reconfirmation: counts.needsReconfirmation,
    none: counts.silent,
  })[state]
