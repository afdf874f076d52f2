import { attendances, scans } from '../attendance/tables.ts'
import { newId } from '../platform/ids.ts'
import { after } from './calendar.ts'
import type { World } from './meeting-world.ts'

/** What the desk recorded: scans of those who came, the others marked afterwards. */
export async function seedDoor(world: World): Promise<void> {
  const { tx, officeId, sessionId, startsAt, seeded, staff } = world
  const deviceId = newId()
  const came = seeded.filter((invitation) => invitation.arrivedAt !== null)
  if (came.length > 0) {
    await tx.insert(scans).values(
      came.map((invitation) => ({
        officeId,
        sessionId,
        deviceId,
        nonce: newId(),
        scannedAt: invitation.arrivedAt ?? startsAt,
        correctedAt: invitation.arrivedAt ?? startsAt,
        receivedAt: invitation.arrivedAt ?? startsAt,
        byUserId: staff.desk,
        act: invitation.source,
        invitationId: invitation.id,
        journalistId: invitation.journalistId,
        outletId: invitation.outletId,
        outcome: 'admitted' as const,
      })),
    )
  }
  await tx.insert(attendances).values([
    ...(await seedWalkIns(world, deviceId)),
    ...seeded.map((invitation) => {
      const came = invitation.attendance === 'present'
      return {
        id: newId(),
        officeId,
        sessionId,
        journalistId: invitation.journalistId,
        invitationId: invitation.id,
        outletId: invitation.outletId,
        status: invitation.attendance,
        markedStatus: came || invitation.attendance === 'unmarked' ? null : invitation.attendance,
        markedAt: came ? null : after(startsAt, 180),
        reason: invitation.attendance === 'excused' ? 'Izin melalui telepon' : null,
        arrivedAt: invitation.arrivedAt,
        source: came ? invitation.source : null,
        createdAt: invitation.arrivedAt ?? after(startsAt, 180),
        updatedAt: invitation.arrivedAt ?? after(startsAt, 180),
      }
    }),
  ])
}

/** One or two people who were not on the list of that month and came all the same. */
async function seedWalkIns(world: World, deviceId: string) {
  const { tx, officeId, sessionId, startsAt, seeded, partners, staff, meeting } = world
  const invited = new Set(seeded.map((invitation) => invitation.journalistId))
  const known = partners.guests.filter((guest) => !invited.has(guest.journalistId))
  const strangers = [
    ...(meeting.number > 0 && meeting.number % 6 === 0 ? partners.unconfirmed : []),
    ...known.slice(0, 1 + (meeting.number % 2)),
  ]
  if (strangers.length === 0) return []
  const arrivals = strangers.map((guest, i) => ({ ...guest, at: after(startsAt, 4 + i * 6) }))
  await tx.insert(scans).values(
    arrivals.map((guest) => ({
      officeId,
      sessionId,
      deviceId,
      nonce: newId(),
      scannedAt: guest.at,
      correctedAt: guest.at,
      receivedAt: guest.at,
      byUserId: staff.desk,
      act: 'walk_in' as const,
      journalistId: guest.journalistId,
      outletId: guest.outletId,
      pressCardSeen: true,
      outcome: 'admitted' as const,
    })),
  )
  return arrivals.map((guest) => ({
    id: newId(),
    officeId,
    sessionId,
    journalistId: guest.journalistId,
    invitationId: null,
    outletId: guest.outletId,
    status: 'present' as const,
    markedStatus: null,
    markedAt: null,
    reason: null,
    arrivedAt: guest.at,
    source: 'walk_in' as const,
    flags: ['press_card_seen'],
    createdAt: guest.at,
    updatedAt: guest.at,
  }))
}
