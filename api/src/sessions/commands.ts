import {
  endsInDays,
  type newSession,
  type Session,
  type sessionChanges,
} from '@ngopi/shared/sessions'
import type { z } from 'zod'
import { zoneOfOffice } from '../accounts/office-zone-queries.ts'
import { AppError, invalidField } from '../platform/app-error.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { dayOf } from '../platform/local-days.ts'
import { requestStrings } from '../platform/problem-strings.ts'
import { agendaOf } from './agenda.ts'
import { hasMoved, isChangeable, sameInstant } from './rules.ts'
import type { SeriesHooks } from './series-hooks.ts'
import { answerSession } from './session-answer-queries.ts'
import { changeSession, type SessionChangeHooks } from './session-change-commands.ts'
import { type LockedSession, lockSession } from './session-lock-queries.ts'
import { sessionStrings } from './strings.ts'
import { sessions } from './tables.ts'

type NewSession = z.output<typeof newSession>
type Changes = z.output<typeof sessionChanges>

/** An optional text as it is stored: empty is none, absent is no change. */
const optional = (text: string | null | undefined) =>
  text === undefined ? undefined : text || null

/**
 * Plans a session, as a draft. The zone is that of the office unless given. In a series it takes the place
 * of its day, when that is still free; on a day the series does not name it is kept as an exception.
 */
export async function createSession(
  tx: Tx,
  {
    officeId,
    session,
    series,
    now,
  }: { officeId: string; session: NewSession; series: SeriesHooks; now: string },
): Promise<Session> {
  const timeZone = session.timeZone ?? (await zoneOfOffice(tx, officeId))
  const inSeries = session.seriesId
    ? await series.placeNew(tx, {
        officeId,
        seriesId: session.seriesId,
        day: dayOf(session.startsAt, timeZone),
        now,
      })
    : undefined
  const id = newId()
  await tx.insert(sessions).values({
    id,
    officeId,
    seriesId: session.seriesId ?? null,
    ...inSeries,
    title: session.title,
    description: session.description || null,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    timeZone,
    venue: session.venue,
    mapUrl: session.mapUrl ?? null,
    entryNote: session.entryNote || null,
    agenda: agendaOf(session.agenda),
    capacity: session.capacity ?? null,
    rsvpClosesAt: session.rsvpClosesAt ?? null,
    reminders: session.reminders ?? null,
    seatsPerOutlet: session.seatsPerOutlet ?? null,
  })
  return answerSession(tx, id)
}

/**
 * Changes a session. Another date, time or place is told to the guests, who confirm again while they can (see
 * `moveEffect`); other words keep the answers; a larger capacity lets those in who wait. 409 `stale`; 409 `full` below the seats taken; 409
 * `closed` when more than words of a cancelled or finished session would change.
 */
export async function updateSession(
  tx: Tx,
  {
    id,
    changes,
    guests,
    series: seriesHooks,
    now,
  }: { id: string; changes: Changes; guests: SessionChangeHooks; series: SeriesHooks; now: string },
): Promise<Session> {
  // Whoever plans the series holds it first; in another order two could wait for each other.
  const series = changes.startsAt === undefined ? undefined : await seriesHooks.lockSeriesOf(tx, id)
  const before = await lockSession(tx, id)
  const { version, agenda, description, entryNote, ...given } = changes
  if (before.version !== version) {
    throw new AppError('stale', { current: await answerSession(tx, id) })
  }
  const asked = withoutAbsent({
    ...given,
    agenda: agenda && agendaOf(agenda),
    description: optional(description),
    entryNote: optional(entryNote),
  })
  if (Object.keys(asked).length === 0) return answerSession(tx, id)
  const set = {
    ...asked,
    ...(series && (await seriesHooks.occurrenceTaken(tx, { series, before, asked, now }))),
    handEdited: true,
  }
  checkChange(before, { ...before, ...set })
  await changeSession(tx, { before, set, guests, now })
  return answerSession(tx, id)
}

const withoutAbsent = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

type Checked = Pick<
  LockedSession,
  'endsAt' | 'startsAt' | 'timeZone' | 'venue' | 'capacity' | 'rsvpClosesAt'
>

function checkChange(before: LockedSession, after: Checked): void {
  if (Date.parse(after.endsAt) <= Date.parse(after.startsAt)) {
    throw invalidField('endsAt', requestStrings.endBeforeStart)
  }
  if (!endsInDays(after)) throw invalidField('endsAt', sessionStrings.tooLong)
  const answering =
    before.capacity !== after.capacity || !sameInstant(before.rsvpClosesAt, after.rsvpClosesAt)
  if ((hasMoved(before, after) || answering) && !isChangeable(before.status)) {
    throw new AppError('closed', { message: sessionStrings.over })
  }
  if (after.capacity !== null && after.capacity < before.seatsTaken) {
    throw new AppError('full', { message: sessionStrings.belowSeatsTaken })
  }
}
