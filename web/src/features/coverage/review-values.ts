import type { Coverage, coverageApi, Tone } from '@ngopi/shared/coverage'
import type { RequestOf } from '@ngopi/shared/endpoint'

/** The fields on screen of a judgement. */
export interface Judgement {
  headlineTone: Tone | null
  bodyTone: Tone | null
  decision: 'accepted' | 'dismissed'
  note: string
}

/** Where a person's judgement begins: at their own last one, never at somebody else's. */
export const judgementOf = (coverage: Pick<Coverage, 'reviews'>, userId: string): Judgement => {
  const own = coverage.reviews.find(({ by }) => by.id === userId)
  return {
    headlineTone: own?.headlineTone ?? null,
    bodyTone: own?.bodyTone ?? null,
    decision: own?.decision ?? 'accepted',
    note: own?.note ?? '',
  }
}

export const bodyOfReview = (
  judgement: Judgement,
): RequestOf<typeof coverageApi.review>['body'] => ({
  ...judgement,
  note: judgement.note.trim() || null,
})

/**
 * The one to judge after the current: the next older in the list, else the first that is left.
 *
 * @param waiting what is not reviewed yet, in the order of the list
 */
export const nextAfter = (
  current: Pick<Coverage, 'id' | 'publishedAt'>,
  waiting: readonly Pick<Coverage, 'id' | 'publishedAt'>[],
): string | undefined => {
  const others = waiting.filter(({ id }) => id !== current.id)
  const older = others.find(
    ({ publishedAt }) => Date.parse(publishedAt) <= Date.parse(current.publishedAt),
  )
  return (older ?? others[0])?.id
}
