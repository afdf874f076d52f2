import type { Session } from '@ngopi/shared/sessions'

/** What a session asks for next; the page shows it as its one primary action. */
export type Step = 'publish' | 'invite' | 'door' | 'complete'

/** The desk is set up this long before the start, in milliseconds. */
const doorOpensBefore = 3 * 60 * 60 * 1000

/** Publish, invite, open the door, close: the step that fits the state and the hour. */
export const nextStep = (
  session: Pick<Session, 'status' | 'startsAt' | 'endsAt'>,
  now: number,
): Step | undefined => {
  if (session.status === 'draft') return 'publish'
  if (session.status !== 'published') return undefined
  if (now >= Date.parse(session.endsAt)) return 'complete'
  return now >= Date.parse(session.startsAt) - doorOpensBefore ? 'door' : 'invite'
}

/** Only a session that has begun can be closed. */
export const hasBegun = (session: Pick<Session, 'startsAt'>, now: number): boolean =>
  now >= Date.parse(session.startsAt)
