import type { Closing, ClosingCounts } from '@ngopi/shared/closings'
import { type Afterwards, followUpKind } from '../messaging/after-session-queries.ts'
import { reachedBy } from '../messaging/reached-by.ts'
import { candidatesFor, mayQueue } from '../messaging/whom-queries.ts'
import { type Db, prepared } from '../platform/database.ts'
import { funnelOfSession } from '../reports/funnel-queries.ts'

const marks = {
  name: 'closing_marks',
  text: `
select s.seats_taken as "seatsTaken", count(*) filter (where g.status = 'absent') as absent,
       count(*) filter (where g.status = 'excused') as excused, count(*) filter (where g.status = 'unmarked') as unmarked
  from sessions s
  left join lateral (
    select coalesce(a.status, 'unmarked') as status
      from invitations i
      left join attendances a
        on a.office_id = i.office_id and a.session_id = i.session_id and a.journalist_id = i.journalist_id
     where i.office_id = s.office_id and i.session_id = s.id and i.revoked_at is null and i.answer <> 'substituted') g on true
 where s.id = $1
 group by s.id, s.office_id, s.seats_taken`,
}

/** The counts of a session at this moment; 404 out of sight. */
export async function closingCountsOf(db: Db, sessionId: string): Promise<ClosingCounts> {
  const funnel = await funnelOfSession(db, sessionId)
  const [row] = await prepared<Omit<ClosingCounts, keyof typeof funnel>>(db, marks, [sessionId])
  if (!row) throw new Error('a session without its counts')
  return { ...funnel, ...row }
}

const ofSession = {
  name: 'closing_of_session',
  text: `
select c.closed_at as "closedAt", json_build_object('id', u.id, 'name', u.name) as "closedBy", c.counts
  from session_closings c
  join users u on u.id = c.closed_by and u.office_id = c.office_id
 where c.session_id = $1`,
}

type Frozen = Pick<Closing, 'closedAt' | 'closedBy' | 'counts'>

/** Whom a message after the session concerns, by its words, and whom each way would reach now. */
async function messagesOf(
  db: Db,
  { sessionId, mailServer }: { sessionId: string; mailServer: boolean },
): Promise<Closing['messages']> {
  const followUps = await followUpKind(db, sessionId)
  const kinds = ['thanks'] as const
  const candidates = await candidatesFor(db, { sessionId, kinds, mailServer })
  const reach = (followUp: Afterwards) => {
    const concerned = candidates.filter(
      ({ invitationId }) => followUps.get(invitationId) === followUp,
    )
    return {
      guests: concerned.length,
      byMail: reachedBy('email', concerned).reached.length,
      byWhatsapp: concerned.filter(mayQueue).length,
      waiting: concerned.filter(({ waiting }) => waiting).length,
      written: concerned.filter(({ written }) => written).length,
    }
  }
  return { thanks: reach('thanks'), materials: reach('materials') }
}

/** What a session came to, when it was closed and now; 404 out of sight. */
export async function closingOf(
  db: Db,
  { sessionId, mailServer }: { sessionId: string; mailServer: boolean },
): Promise<Closing> {
  const now = await closingCountsOf(db, sessionId)
  const [frozen] = await prepared<Frozen>(db, ofSession, [sessionId])
  return {
    ...(frozen ?? { closedAt: null, closedBy: null, counts: null }),
    now,
    messages: await messagesOf(db, { sessionId, mailServer }),
  }
}
