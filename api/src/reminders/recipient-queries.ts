import type { Answer } from '@ngopi/shared/invitation-states'
import type { MessageKind } from '@ngopi/shared/templates'
import { reminderFor, reminderRules } from '../messaging/message-rules.ts'
import { channelWith, type Way } from '../messaging/way-queries.ts'
import { type Db, prepared } from '../platform/database.ts'
import { keyOfStep } from './step-rules.ts'

/** How many stand where, and how they are reached. */
export interface Tally {
  silent: number
  maybe: number
  attending: number
  byMail: number
  byWhatsapp: number
  unreachable: number
}

export const nobody: Tally = {
  silent: 0,
  maybe: 0,
  attending: 0,
  byMail: 0,
  byWhatsapp: 0,
  unreachable: 0,
}

const remindedAnswers = reminderRules.map(({ answer }) => answer)

/** Once the deadline has passed, nobody is asked for an answer any more. */
const asksNothing = reminderRules.filter(({ asks }) => !asks).map(({ answer }) => `'${answer}'`)
const reminded = `i.revoked_at is null and i.answer = any ($2) and j.opted_out_at is null
  and (i.answer in (${asksNothing.join(', ')}) or exists (
    select from sessions r where r.office_id = i.office_id and r.id = i.session_id
       and (r.rsvp_closes_at is null or r.rsvp_closes_at > now())))`

const countedGroups = {
  name: 'reminder_counts',
  text: `select i.session_id as "sessionId", i.answer, ${channelWith('$4')} as channel, count(*) as guests
           from invitations i
           join journalists j on j.id = i.journalist_id and j.office_id = i.office_id
          where i.office_id = any ($3) and i.session_id = any ($1) and ${reminded}
          group by 1, 2, 3`,
}

interface Group {
  answer: Answer
  channel: Way
  guests: number
}

const groupOf = {
  reminder_silent: 'silent',
  reminder_maybe: 'maybe',
  reminder_attending: 'attending',
} as const
const ways = { email: 'byMail', whatsapp: 'byWhatsapp' } as const

/** Which words remind somebody. */
export type ReminderWords = keyof typeof groupOf

/** The words for a guest with this answer, or those a message was written with. */
export function wordsFor(
  answer: Answer,
  written: MessageKind | null = null,
): ReminderWords | undefined {
  const templateKind = written ?? reminderFor(answer, true)
  return templateKind !== undefined && templateKind in groupOf
    ? (templateKind as ReminderWords)
    : undefined
}

/** With so many more guests written to in these words and this way. */
export function counted(
  tally: Tally,
  {
    about,
    channel,
    guests = 1,
  }: { about: ReminderWords | undefined; channel: Way; guests?: number },
): Tally {
  if (about === undefined) return tally
  const way = channel === null ? 'unreachable' : ways[channel]
  return { ...tally, [groupOf[about]]: tally[groupOf[about]] + guests, [way]: tally[way] + guests }
}

/** Whom reminders of these sessions would reach as things stand, by session. */
export async function tallies(
  db: Db,
  {
    sessionIds,
    offices,
    mailServer,
  }: { sessionIds: readonly string[]; offices: readonly string[]; mailServer: boolean },
): Promise<Map<string, Tally>> {
  const groups = await prepared<Group & { sessionId: string }>(db, countedGroups, [
    sessionIds,
    remindedAnswers,
    offices,
    mailServer,
  ])
  const found = new Map<string, Tally>()
  for (const { sessionId, answer, channel, guests } of groups) {
    const before = found.get(sessionId) ?? nobody
    found.set(sessionId, counted(before, { about: wordsFor(answer), channel, guests }))
  }
  return found
}

/** A guest and how a reminder reaches them. */
export interface Recipient {
  invitationId: string
  journalist: { id: string; fullName: string }
  outlet: { id: string; name: string } | null
  answer: Answer
  channel: Way
}

const person = `
  i.id as "invitationId", json_build_object('id', j.id, 'fullName', j.full_name) as journalist,
  case when m.id is not null then json_build_object('id', m.id, 'name', m.name) end as outlet, i.answer`

const people = `
  from invitations i
  join journalists j on j.id = i.journalist_id and j.office_id = i.office_id
  left join outlets m on m.id = i.outlet_id and m.office_id = i.office_id`

/** Whether a message of the step with this key went out or waits for an officer; from `invitations i`. */
const reachedBy = (key: string): string => `
  (exists (select from deliveries d where d.office_id = i.office_id and d.invitation_id = i.id
              and d.reminder_step = ${key} and d.taken_back_at is null)
   or exists (select from whatsapp_queue q where q.office_id = i.office_id and q.invitation_id = i.id
                 and q.reminder_step = ${key}))`

const toReach = {
  name: 'reminder_recipients',
  text: `select ${person}, ${channelWith('$4')} as channel ${people}
          where i.session_id = $1 and ${reminded} and not ${reachedBy('$3')}
          order by j.full_name, i.id`,
}

interface Which {
  sessionId: string
  step: string
  /** The day of the session. */
  day: string
  /** Mails can leave. */
  mailServer: boolean
}

/** Whom a step would reach as things stand, by name; who had it already is left out. */
export const recipientsOf = (
  db: Db,
  { sessionId, step, day, mailServer }: Which,
): Promise<Recipient[]> =>
  prepared<Recipient>(db, toReach, [sessionId, remindedAnswers, keyOfStep(step, day), mailServer])

const reached = {
  name: 'reminded_guests',
  text: `select ${person}, d.about,
                case when exists (select from deliveries e where e.office_id = i.office_id and e.invitation_id = i.id
                                     and e.reminder_step = $2 and e.channel = 'email' and e.taken_back_at is null)
                     then 'email' else 'whatsapp' end as channel
           ${people}
           left join lateral (select about from deliveries d where d.office_id = i.office_id
              and d.invitation_id = i.id and d.reminder_step = $2 and d.taken_back_at is null limit 1) d on true
          where i.session_id = $1 and ${reachedBy('$2')}
          order by j.full_name, i.id`,
}

/** A guest whom a step reached; `about` is null while an officer has yet to write. */
export type Reached = Recipient & { about: MessageKind | null }

/** Whom a step that was sent reached, by name. */
export const reachedOf = (
  db: Db,
  { sessionId, step, day }: Omit<Which, 'mailServer'>,
): Promise<Reached[]> => prepared<Reached>(db, reached, [sessionId, keyOfStep(step, day)])

const guestToRemind = {
  name: 'guest_to_remind',
  text: `select ${person}, ${channelWith('$6')} as channel ${people}
           join sessions s on s.id = i.session_id and s.office_id = i.office_id
          where i.id = $1 and ${reminded} and not ${reachedBy('$3')}
            and s.status = 'published' and s.archived_at is null and s.starts_at > $4
            and (s.starts_at at time zone s.time_zone)::date = $5`,
}

/** The guest, unless there is no reminding now: answered, reached already, or the session is not open or on that day. */
export async function findRecipient(
  db: Db,
  {
    invitationId,
    step,
    day,
    mailServer,
    now,
  }: Omit<Which, 'sessionId'> & { invitationId: string; now: string },
): Promise<Recipient | undefined> {
  const [guest] = await prepared<Recipient>(db, guestToRemind, [
    invitationId,
    remindedAnswers,
    keyOfStep(step, day),
    now,
    day,
    mailServer,
  ])
  return guest
}

/** Whom a step reached, with those whom it could not reach. */
export async function tallyOf(db: Db, which: Which): Promise<Tally> {
  const reached = await reachedOf(db, which)
  const unreached = (await recipientsOf(db, which)).filter(({ channel }) => channel === null)
  return [...reached, ...unreached.map((one) => ({ ...one, about: null }))].reduce(
    (tally, { answer, about, channel }) =>
      counted(tally, { about: wordsFor(answer, about), channel }),
    nobody,
  )
}
