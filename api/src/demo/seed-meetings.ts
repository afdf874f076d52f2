import { and, eq } from 'drizzle-orm'
import { deliveries, invitations, responses } from '../invitations/tables.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { questions } from '../questions/tables.ts'
import { sessions } from '../sessions/tables.ts'
import { after, earlier, wib } from './calendar.ts'
import { planInvitations } from './meeting.ts'
import {
  type Kept,
  type Meeting,
  type MeetingPlace,
  present,
  type Staff,
  type World,
} from './meeting-world.ts'
import { seedClosing } from './seed-closing.ts'
import { seedCoverage } from './seed-coverage.ts'
import { seedDoor } from './seed-door.ts'
import { seedMinutes } from './seed-minutes.ts'
import type { SeededPartners } from './seed-partners.ts'
import { seedPromise } from './seed-promises.ts'
import {
  firstMeetingAgenda,
  firstMeetingQuestions,
  laterQuestions,
  usualAgenda,
} from './stories.ts'

/** Records one meeting with all that became of it; answers the invitations that are still silent. */
export async function seedMeeting(
  tx: Tx,
  meeting: Meeting,
  { venue, partners, staff }: { venue: MeetingPlace; partners: SeededPartners; staff: Staff },
): Promise<string[]> {
  const { officeId } = venue
  const startsAt = wib(meeting.day, '09:00')
  const over = meeting.status === 'done'
  const answeredBefore = over
    ? startsAt
    : earlier(startsAt, after(meeting.now.toISOString(), 20 * 60))
  const plan = planInvitations(meeting.guests, {
    number: meeting.number,
    startsAt,
    answeredBefore,
    capacity: meeting.capacity,
    over,
  })
  const seatsTaken = plan.filter((invitation) => invitation.holdsSeat).length
  const sessionId =
    (await openPlanned(tx, meeting, { venue, seatsTaken })) ??
    (await record(tx, meeting, { venue, seatsTaken }))
  if (plan.length === 0) return []

  const invitedAt = after(answeredBefore, -12 * 24 * 60)
  const seeded: Kept[] = plan.map((invitation, i) => ({
    ...invitation,
    id: newId(Date.parse(invitedAt) + i),
  }))
  await tx.insert(invitations).values(
    seeded.map((invitation) => ({
      id: invitation.id,
      officeId,
      sessionId,
      journalistId: invitation.journalistId,
      outletId: invitation.outletId,
      answer: invitation.answer,
      holdsSeat: invitation.holdsSeat,
      waitlistedAt: invitation.waitlistedAt,
      respondedAt: invitation.respondedAt,
      declineReason: invitation.declineReason,
      createdAt: invitedAt,
      updatedAt: invitation.respondedAt ?? invitedAt,
    })),
  )
  const answered = seeded.filter((invitation) => invitation.respondedAt !== null)
  if (answered.length > 0) {
    await tx.insert(responses).values(
      answered.map((invitation, i) => ({
        id: newId(Date.parse(invitation.respondedAt ?? invitedAt)),
        officeId,
        invitationId: invitation.id,
        fromAnswer: 'none',
        toAnswer: invitation.answer,
        at: invitation.respondedAt ?? invitedAt,
        byKind: i % 6 === 5 ? ('officer' as const) : ('journalist' as const),
        byUserId: i % 6 === 5 ? staff.officer : null,
        reason: invitation.declineReason,
      })),
    )
  }
  const sent = over ? seeded : seeded.slice(0, Math.ceil(seeded.length * 0.8))
  await tx.insert(deliveries).values(
    sent.map((invitation, i) => ({
      id: newId(Date.parse(invitedAt) + i),
      officeId,
      invitationId: invitation.id,
      channel: 'whatsapp' as const,
      kind: 'invitation' as const,
      about: 'invitation' as const,
      linkVersion: 1,
      byUserId: staff.officer,
      at: after(invitedAt, 30 + i),
    })),
  )
  const world = {
    answeredBefore,
    tx,
    officeId,
    sessionId,
    startsAt,
    meeting,
    seeded,
    partners,
    staff,
  }
  if (over) await seedDoor(world)
  await seedQuestions(world)
  if (over) await seedClosing(world)
  if (over) await seedCoverage(world)
  if (over && meeting.number < 2) await seedMinutes(world)
  return seeded
    .filter((invitation) => invitation.answer === 'none')
    .map((invitation) => invitation.id)
}

interface Taking {
  venue: MeetingPlace
  seatsTaken: number
}

/** Opens the session that the series made for the day; undefined when the day was over before. */
async function openPlanned(
  tx: Tx,
  { day, status, capacity }: Meeting,
  { venue, seatsTaken }: Taking,
): Promise<string | undefined> {
  const [planned] = await tx
    .update(sessions)
    .set({ status, capacity, seatsTaken })
    .where(
      and(
        eq(sessions.officeId, venue.officeId),
        eq(sessions.seriesId, venue.seriesId),
        eq(sessions.occurrenceDate, day),
      ),
    )
    .returning({ id: sessions.id })
  return planned?.id
}

/** Records a session that took place before the series made its own. */
async function record(
  tx: Tx,
  { number, day, status, capacity }: Meeting,
  { venue, seatsTaken }: Taking,
): Promise<string> {
  const startsAt = wib(day, '09:00')
  const id = newId(Date.parse(after(startsAt, -40 * 24 * 60)))
  await tx.insert(sessions).values({
    id,
    officeId: venue.officeId,
    seriesId: venue.seriesId,
    occurrenceDate: day,
    title: venue.title,
    startsAt,
    endsAt: wib(day, '11:30'),
    timeZone: 'Asia/Jakarta',
    venue: venue.venue,
    entryNote: venue.entryNote,
    agenda: number === 0 ? firstMeetingAgenda : usualAgenda,
    capacity,
    seatsTaken,
    status,
  })
  return id
}

async function seedQuestions(world: World): Promise<void> {
  const { tx, officeId, sessionId, meeting, startsAt, answeredBefore } = world
  const over = meeting.status === 'done'
  const askers = over
    ? present(world)
    : world.seeded.filter((invitation) => invitation.answer === 'attending')
  const asked =
    meeting.number === 0
      ? firstMeetingQuestions
      : laterQuestions.filter((_, i) => (i + meeting.number) % 3 === 0)
  const rows = asked.flatMap((question, i) => {
    const asker = askers[(i * 5 + meeting.number) % Math.max(1, askers.length)]
    if (!asker) return []
    const at = over ? after(startsAt, 75 + i * 8) : after(answeredBefore, -60 * (30 + i))
    return {
      id: newId(Date.parse(at)),
      officeId,
      sessionId,
      invitationId: asker.id,
      journalistId: asker.journalistId,
      outletId: asker.outletId,
      text: question.text,
      topic: question.topic,
      origin: over && i % 2 === 0 ? ('floor' as const) : ('advance' as const),
      ...(over && { state: 'answered' as const, askedAt: at, answeredAt: at }),
      answerText: over ? question.answer : null,
      answeredBy: over
        ? meeting.number === 0
          ? 'Arief Yudistira'
          : 'Kepala Kantor (contoh)'
        : null,
      createdAt: at,
      updatedAt: at,
    }
  })
  if (rows.length > 0) await tx.insert(questions).values(rows)
  const [first] = rows
  if (over && first) await seedPromise(world, first)
}
