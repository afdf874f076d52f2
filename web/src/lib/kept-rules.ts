import type { SessionUser } from '@ngopi/shared/accounts'
import type { DehydratedState } from '@tanstack/react-query'
import { keptFor } from './query.ts'

/** How long a login is believed without having heard the server, as long as the server's own; in milliseconds. */
const loginKeptFor = 12 * 60 * 60 * 1000

/** Who works on this device: no token and nothing to log in with. */
export interface KeptLogin {
  readonly user: SessionUser
  /** When the server was last heard, in milliseconds since the epoch. */
  readonly heardAt: number
}

/** The answer to one query, of one user and one build. */
export interface KeptList {
  readonly hash: string
  readonly userId: string
  readonly build: string
  readonly query: DehydratedState['queries'][number]
}

/** A clock put right may go back a little; one set back further makes nothing last longer. In milliseconds. */
const clockSlack = 60 * 60 * 1000

const within = (since: number, now: number, span: number) =>
  since <= now + clockSlack && now < since + span

/** Whether the login still counts. */
export const loginHolds = (login: KeptLogin, now: number): boolean =>
  within(login.heardAt, now, loginKeptFor)

/** Whether a list may be shown: never another user's, another build's, or an old one. */
export const listHolds = (
  list: KeptList,
  { userId, build, now }: { userId: string; build: string; now: number },
): boolean =>
  list.userId === userId &&
  list.build === build &&
  within(list.query.state.dataUpdatedAt, now, keptFor)
