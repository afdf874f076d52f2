import type { CalendarFeed } from '@ngopi/shared/calendar-feeds'
import { type Db, prepared } from '../platform/database.ts'
import { pipelined } from '../platform/pipelined.ts'
import type { CalendarSession } from '../sessions/calendar.ts'

const ownFeeds = {
  name: 'own_calendar_feeds',
  text: `select id, created_at as "createdAt", last_read_at as "lastReadAt" from calendar_feeds
          where office_id = $1 and user_id = $2 and revoked_at is null order by created_at desc, id desc`,
}

/** A user's subscriptions that are in force, the newest first. */
export const listCalendarFeeds = (
  db: Db,
  { officeId, userId }: { officeId: string; userId: string },
): Promise<CalendarFeed[]> => prepared(db, ownFeeds, [officeId, userId])

const findFeed = {
  name: 'find_calendar_feed',
  text: `select id, office_id as "officeId", user_id as "userId" from find_calendar_feed($1)`,
}

/** The subscription of a token's hash; none that was revoked or whose user was disabled. */
export async function findCalendarFeed(
  db: Db,
  hash: Buffer,
): Promise<{ id: string; officeId: string; userId: string } | undefined> {
  const [feed] = await prepared<{ id: string; officeId: string; userId: string }>(db, findFeed, [
    hash,
  ])
  return feed
}

export interface FeedHead {
  office: string
  /** Who reads an answer from the calendar; null: the address that mails come from. */
  replyTo: string | null
  /** When the office or any of its sessions changed last. */
  changedAt: string
  /** It was not read for an hour. */
  longUnread: boolean
}

const feedHead = {
  name: 'calendar_feed_head',
  text: `select o.name as office, office_reply_address(o.id) as "replyTo",
                (select greatest(max(s.updated_at), o.updated_at) from sessions s where s.office_id = $1) as "changedAt",
                coalesce(f.last_read_at < now() - interval '1 hour', true) as "longUnread"
           from calendar_feeds f join offices o on o.id = f.office_id
          where f.office_id = $1 and f.id = $2`,
}

export interface FeedEntry {
  id: string
  version: number
}

/**
 * Every session but drafts, which are nobody's appointment yet. One that was archived leaves, as it leaves
 * every list: to call a session that took place cancelled would be untrue. A cancelled one stays even so,
 * since a calendar must be told of it for as long as it asks.
 */
const feedEntries = {
  name: 'calendar_feed_entries',
  text: `select id, version from sessions
          where office_id = $1 and status <> 'draft' and (archived_at is null or status = 'cancelled')
          order by starts_at, id`,
}

/** What a feed is made of, as far as needed to tell whether it changed. */
export async function readFeed(
  db: Db,
  { id, officeId }: { id: string; officeId: string },
): Promise<{ head: FeedHead | undefined; entries: FeedEntry[] }> {
  const [[head], entries] = await pipelined([
    prepared<FeedHead>(db, feedHead, [officeId, id]),
    prepared<FeedEntry>(db, feedEntries, [officeId]),
  ])
  return { head, entries }
}

/** A session with everything its event says. */
export interface FeedSession extends CalendarSession, FeedEntry {
  entryNote: string | null
  cancelReason: string | null
}

const feedSessions = {
  name: 'calendar_feed_sessions',
  text: `select id, version, title, description, starts_at as "startsAt", ends_at as "endsAt", time_zone as "timeZone", venue,
                map_url as "mapUrl", entry_note as "entryNote", status, cancel_reason as "cancelReason",
                calendar_sequence as sequence, updated_at as "updatedAt"
           from sessions where office_id = $1 and id = any ($2)`,
}

/** Sessions of the office, in no order. */
export const feedSessionsOf = (
  db: Db,
  officeId: string,
  ids: readonly string[],
): Promise<FeedSession[]> => prepared(db, feedSessions, [officeId, ids])
