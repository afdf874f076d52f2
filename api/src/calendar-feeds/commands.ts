import { createHash, randomBytes } from 'node:crypto'
import type { CalendarFeed } from '@ngopi/shared/calendar-feeds'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { AppError } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { calendarFeedStrings } from './strings.ts'
import { calendarFeeds } from './tables.ts'

interface Owner {
  officeId: string
  userId: string
}

/** What is stored of a feed's token: enough to know it again, not to make it. */
export const hashOfFeedToken = (token: string): Buffer =>
  createHash('sha256').update(token).digest()

const mostFeeds = 10

const lockUser = {
  name: 'hold_user',
  text: 'select from users where id = $2 and office_id = $1 for no key update',
}

const countFeeds = {
  name: 'count_calendar_feeds',
  text: `select count(*) from calendar_feeds where office_id = $1 and user_id = $2 and revoked_at is null`,
}

/** A new subscription of a user and its token, which is nowhere kept. 409 beyond ten in force. */
export async function createCalendarFeed(
  tx: Tx,
  { officeId, userId }: Owner,
): Promise<CalendarFeed & { token: string }> {
  // Two requests at once must not both be the tenth: the second counts when the first is done.
  await prepared(tx, lockUser, [officeId, userId])
  const [feeds] = await prepared<{ count: number }>(tx, countFeeds, [officeId, userId])
  if (!feeds || feeds.count >= mostFeeds)
    throw new AppError('full', { message: calendarFeedStrings.tooMany })
  const token = randomBytes(32).toString('base64url')
  const [feed] = await tx
    .insert(calendarFeeds)
    .values({ id: newId(), officeId, userId, tokenHash: hashOfFeedToken(token) })
    .returning({
      id: calendarFeeds.id,
      createdAt: calendarFeeds.createdAt,
      lastReadAt: calendarFeeds.lastReadAt,
    })
  if (!feed) throw new AppError('internal')
  return { ...feed, token }
}

/** Ends a subscription of the user's own; 404 where there is none in force. */
export async function revokeCalendarFeed(
  tx: Tx,
  { id, officeId, userId }: Owner & { id: string },
): Promise<void> {
  const ended = await tx
    .update(calendarFeeds)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        eq(calendarFeeds.id, id),
        eq(calendarFeeds.officeId, officeId),
        eq(calendarFeeds.userId, userId),
        isNull(calendarFeeds.revokedAt),
      ),
    )
    .returning({ id: calendarFeeds.id })
  if (ended.length === 0) throw new AppError('not_found')
}

/** Notes that a feed was read. */
export async function noteFeedRead(tx: Tx, id: string): Promise<void> {
  await tx.update(calendarFeeds).set({ lastReadAt: sql`now()` }).where(eq(calendarFeeds.id, id))
}
