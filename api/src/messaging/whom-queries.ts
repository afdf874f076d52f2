import type { Reminded } from '@ngopi/shared/whatsapp'
import { type Db, prepared } from '../platform/database.ts'
import { afterwardsOf } from './after-session-queries.ts'
import { type DeliveryKind, reminderRules } from './message-rules.ts'
import { channelWith, type Way } from './way-queries.ts'

/** Joined to session `s`: its invitations `i` and their guests `j`. */
export const guestsOfSession = `
  join invitations i on i.session_id = s.id and i.office_id = s.office_id
  join journalists j on j.id = i.journalist_id and j.office_id = i.office_id`

const toCome = `s.status = 'published' and s.starts_at > now()`

const notOver = `s.status in ('draft', 'published') and s.ends_at > now()`

const answersOpen = `coalesce(s.rsvp_closes_at, s.starts_at) > now()`

/** SQL over `i`: when the session was last moved while this guest knew of it; null: never. */
const movedAt = `(
  select max(r.at) from responses r
   where r.office_id = i.office_id and r.invitation_id = i.id and r.moved_from is not null)`

/** SQL over `s`, `i`: as whom the guest would be reminded now; null: not at all. */
export const remindedAs = `(case ${reminderRules
  .map(
    ({ answer, group, asks }) =>
      `when i.answer = '${answer}'${asks ? ` and ${answersOpen}` : ''} then '${group}'`,
  )
  .join(' ')} end)`

/** SQL over `s`, `i`, `j`: whether a message still tells this guest something true. `about` is a kind, or what a queue keeps beside it. */
export const concerns = (templateKind: string): string => `(case ${templateKind}
    when 'revoked' then i.revoked_at is not null and ${notOver}
    when 'replaced' then i.revoked_at is null and i.answer = 'substituted' and ${notOver}
    else i.revoked_at is null and s.archived_at is null and i.answer <> 'substituted' and case ${templateKind}
    when 'invitation' then ${toCome} and i.answer <> 'declined'
    when 'reminder' then ${toCome} and ${remindedAs} is not null
    when 'reschedule' then ${notOver} and ${movedAt} is not null
    when 'cancel' then s.status = 'cancelled' and i.answer <> 'declined'
    when 'thanks' then s.status in ('published', 'done') and s.starts_at <= now()
      and ${afterwardsOf} is not null
    when 'seat' then ${toCome} and i.answer = 'attending' and i.holds_seat
    when 'offer' then ${toCome} and i.answer = 'offered' and i.offer_expires_at > now()
  end end)`

/** SQL over `j`: who wants no invitations is spared what asks to come; of a change or a cancellation everybody hears. */
export const isSpared = (kind: string): string =>
  `(j.opted_out_at is not null and ${kind} not in ('reschedule', 'cancel'))`

/** Mails that reached nobody: one that was refused may still arrive, one that is kept is only to be read in the app. */
const unread = `'bounced', 'withdrawn', 'failed', 'kept'`

/**
 * Mails that make another one needless or not: a refused one is tried again; a kept one is all there can be while
 * `$4`, that there is a mail server, is false.
 */
const lost = `'bounced', 'withdrawn', case when $4::boolean then 'kept' end`

/** SQL over `i`: messages to the guest under this version of the link, but for mails in one of these states. */
const messagesUnder = (linkVersion: string, lostMail: string): string => `
    from deliveries d
    left join mail_states m on m.id = d.mail_id and m.office_id = d.office_id
    left join whatsapp_states w on w.id = d.whatsapp_message_id and w.office_id = d.office_id
   where d.office_id = i.office_id and d.invitation_id = i.id and d.link_version = ${linkVersion}
     and d.taken_back_at is null and coalesce(w.state, '') not in ('failed', 'withdrawn')
     and (m.state in (${lostMail})) is not true`

/** SQL over `i`: a message that went out under the present link, unless as a mail in one of these states. */
const wentOut = (condition: string, lostMail = unread): string => `exists (
  select ${messagesUnder('i.link_version', lostMail)}
     and ${condition})`

/** The version of the link that was valid until the invitation ended. */
const lastLinkVersion = `i.link_version - (i.revoked_at is not null)::int`

/** A mail that was refused for now is tried again, and one that is kept is read in the app. */
const lostForGood = `'bounced', 'withdrawn'`

/** SQL over `i`: how the guest was last written to; null: not at all, or by other means. */
export const lastReachedBy = `(
  select d.channel ${messagesUnder(lastLinkVersion, lostForGood)} and d.channel in ('email', 'whatsapp')
   order by d.id desc limit 1)`

/** SQL over `i`: whether the guest knows of the session: by a message or a mark, or because they answered. */
export const knowsOfIt = `(
  i.responded_at is not null or exists (select ${messagesUnder(lastLinkVersion, lostForGood)}))`

/**
 * SQL over `d` and `i`: a message that makes another of this kind needless. Whatever brought the link was an invitation;
 * news of a move counts for the latest one; reminders may be repeated after six hours, in the evening before say.
 */
const saysTheSame = (kind: string): string => `case ${kind}
  when 'invitation' then d.kind in ('invitation', 'reminder', 'reschedule')
  when 'reminder' then d.kind = 'reminder' and d.at > now() - interval '6 hours'
  when 'reschedule' then d.kind = 'reschedule' and d.at >= coalesce(${movedAt}, '-infinity')
  else d.kind = ${kind}
end`

/** SQL over queue row `q`, `s`, `i`, `j`: whether a guest who waits is still to be written to. */
export const stillToWrite = `(
  ${concerns('coalesce(q.about, q.kind)')} and (q.reminds is null or q.reminds = ${remindedAs}) and not ${isSpared('q.kind')}
  and j.has_phone and j.phone_problem_at is null
  and (q.about is not null or not (
    (q.kind = 'invitation' and i.responded_at is not null and i.responded_at > q.created_at)
    or ${wentOut(`d.at > q.created_at and ${saysTheSame('q.kind')}`)})))`

/** A guest whom a message of a kind concerns, and what stands in its way. */
export interface Candidate {
  invitationId: string
  fullName: string
  kind: DeliveryKind
  hasPhone: boolean
  hasEmail: boolean
  excludedByOptOut: boolean
  /** Waits in the queue for a message of this kind. */
  waiting: boolean
  written: boolean
  /** As `written`, or another mail would do no more than the one there is. */
  mailed: boolean
  /** What this is about was told before: there is no reminding of an invitation that was not sent. */
  notified: boolean
  /** The way that reaches them; null: there is none. */
  way: Way
}

/**
 * SQL over `i`: who answered has no need of the invitation, unless somebody else answered for them: who was named or
 * sent as a substitute has not seen the link. Chosen one by one, anybody may get it again.
 */
const asksInVain = (kind: string): string =>
  `(${kind} = 'invitation' and i.responded_at is not null and i.named_by is null and i.substitute_of is null)`

const candidates = {
  name: 'candidates_for_messages',
  text: `
select i.id as "invitationId", j.full_name as "fullName", k.kind,
       j.has_phone and j.phone_problem_at is null as "hasPhone",
       j.has_email and j.email_problem_at is null as "hasEmail",
       ${isSpared('k.kind')} as "excludedByOptOut",
       exists (select from whatsapp_queue q where q.office_id = i.office_id and q.invitation_id = i.id
                  and q.kind = k.kind and q.state = 'waiting') as waiting,
       ${wentOut(saysTheSame('k.kind'))} as written,
       ${wentOut(saysTheSame('k.kind'), lost)} as mailed,
       k.kind not in ('reminder', 'cancel') or i.responded_at is not null or ${wentOut('true')} as notified,
       ${channelWith('$4')} as way
  from sessions s ${guestsOfSession}
 cross join unnest($2::text[]) k(kind)
 where s.id = $1 and ($3::uuid[] is null or i.id = any ($3)) and ${concerns('k.kind')}
   and (k.kind <> 'reminder' or ${remindedAs} = $5)
   and ($3::uuid[] is not null or not ${asksInVain('k.kind')})
 order by i.id, k.kind`,
}

interface Concerned {
  sessionId: string
  kinds: readonly DeliveryKind[]
  /** Of a reminder: whom it is meant for; who never answered, when absent. */
  reminds?: Reminded | undefined
  invitationIds?: readonly string[] | undefined
  mailServer: boolean
}

/** As `candidatesFor`, with those who were not told before of what this is about. */
export const evenUntold = (
  db: Db,
  { sessionId, kinds, reminds = 'silent', invitationIds, mailServer }: Concerned,
): Promise<Candidate[]> =>
  prepared<Candidate>(db, candidates, [
    sessionId,
    kinds,
    invitationIds ?? null,
    mailServer,
    reminds,
  ])

/** Whom messages of these kinds concern now, in the order invited; of these invitations alone where they are given. */
export const candidatesFor = async (db: Db, asked: Concerned): Promise<Candidate[]> =>
  (await evenUntold(db, asked)).filter(({ notified }) => notified)

/** Who can be put into the queue: with a number that works, not written to yet and not waiting. */
export const mayQueue = ({ hasPhone, excludedByOptOut, waiting, written }: Candidate): boolean =>
  hasPhone && !excludedByOptOut && !waiting && !written
