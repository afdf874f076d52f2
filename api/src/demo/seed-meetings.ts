import { attendances, scans } from '../attendance/tables.ts'
import { coverage, reviews } from '../coverage/tables.ts'
import { deliveries, invitations, responses } from '../invitations/tables.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { questions } from '../questions/tables.ts'
import { sessions } from '../sessions/tables.ts'
import { after, wib } from './calendar.ts'
import { chance } from './chance.ts'
import { type Guest, type PlannedInvitation, planInvitations } from './meeting.ts'
import type { SeededPartners } from './seed-partners.ts'
import {
  firstMeetingAgenda,
  firstMeetingCoverage,
  firstMeetingQuestions,
  headlines,
  laterQuestions,
  usualAgenda,
} from './stories.ts'

export interface Meeting {
  /** 0 is the first one, of October 2025. */
  number: number
  day: string
  status: 'draft' | 'published' | 'done'
  capacity: number
  guests: Guest[]
  /** When the demo is made; the newest coverage still waits for its review then. */
  now: Date
}

export interface MeetingPlace {
  officeId: string
  seriesId: string
  title: string
  venue: string
  entryNote: string
}

export interface Staff {
  officer: string
  manager: string | null
  desk: string
}

type Kept = PlannedInvitation & { id: string }

/** Records one meeting with all that became of it; answers the invitations that are still silent. */
export async function seedMeeting(
  tx: Tx,
  meeting: Meeting,
  { place, partners, staff }: { place: MeetingPlace; partners: SeededPartners; staff: Staff },
): Promise<string[]> {
  const { officeId } = place
  const startsAt = wib(meeting.day, '09:00')
  const sessionId = newId(Date.parse(after(startsAt, -40 * 24 * 60)))
  const over = meeting.status === 'done'
  const plan = planInvitations(meeting.guests, {
    number: meeting.number,
    startsAt,
    capacity: meeting.capacity,
    over,
  })
  await tx.insert(sessions).values({
    id: sessionId,
    officeId,
    seriesId: place.seriesId,
    title: place.title,
    startsAt,
    endsAt: wib(meeting.day, '11:30'),
    timeZone: 'Asia/Jakarta',
    venue: place.venue,
    entryNote: place.entryNote,
    agenda: meeting.number === 0 ? firstMeetingAgenda : usualAgenda,
    capacity: meeting.capacity,
    seatsTaken: plan.filter((invitation) => invitation.holdsSeat).length,
    status: meeting.status,
  })
  if (plan.length === 0) return []

  const invitedAt = after(startsAt, -12 * 24 * 60)
  const kept: Kept[] = plan.map((invitation, i) => ({
    ...invitation,
    id: newId(Date.parse(invitedAt) + i),
  }))
  await tx.insert(invitations).values(
    kept.map((invitation) => ({
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
  const answered = kept.filter((invitation) => invitation.respondedAt !== null)
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
  const sent = over ? kept : kept.slice(0, Math.ceil(kept.length * 0.8))
  await tx.insert(deliveries).values(
    sent.map((invitation, i) => ({
      id: newId(Date.parse(invitedAt) + i),
      officeId,
      invitationId: invitation.id,
      channel: 'whatsapp' as const,
      kind: 'invitation' as const,
      byUserId: staff.officer,
      at: after(invitedAt, 30 + i),
    })),
  )
  const world = { tx, officeId, sessionId, startsAt, meeting, kept, partners, staff }
  if (over) await seedDoor(world)
  await seedQuestions(world)
  if (over) await seedCoverage(world)
  return kept
    .filter((invitation) => invitation.answer === 'none')
    .map((invitation) => invitation.id)
}

interface World {
  tx: Tx
  officeId: string
  sessionId: string
  startsAt: string
  meeting: Meeting
  kept: Kept[]
  partners: SeededPartners
  staff: Staff
}

const present = (world: World): Kept[] =>
  world.kept.filter((invitation) => invitation.attendance === 'present')

async function seedDoor({ tx, officeId, sessionId, startsAt, kept, staff }: World): Promise<void> {
  const deviceId = newId()
  const came = kept.filter((invitation) => invitation.arrivedAt !== null)
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
  await tx.insert(attendances).values(
    kept.map((invitation) => {
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
  )
}

async function seedQuestions(world: World): Promise<void> {
  const { tx, officeId, sessionId, meeting, startsAt } = world
  const over = meeting.status === 'done'
  const askers = over
    ? present(world)
    : world.kept.filter((invitation) => invitation.answer === 'attending')
  const asked =
    meeting.number === 0
      ? firstMeetingQuestions
      : laterQuestions.filter((_, i) => (i + meeting.number) % 3 === 0)
  const rows = asked.flatMap((question, i) => {
    const asker = askers[(i * 5 + meeting.number) % Math.max(1, askers.length)]
    if (!asker) return []
    const at = over ? after(startsAt, 75 + i * 8) : after(startsAt, -60 * (30 + i))
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
}

async function seedCoverage(world: World): Promise<void> {
  const rows = world.meeting.number === 0 ? firstPlacements(world) : laterPlacements(world)
  if (rows.length === 0) return
  const { tx, officeId, staff, meeting } = world
  await tx.insert(coverage).values(rows.map(({ tones: _, ...row }) => row))
  const judged = rows.filter((row) => row.reviewedAt !== null)
  const judgements = judged.flatMap((row, i) => {
    const review = (
      by: string,
      hours: number,
      headlineTone: Tone,
      bodyTone: Tone,
      note: string | null,
    ) => ({
      id: newId(Date.parse(after(row.publishedAt, hours * 60))),
      officeId,
      coverageId: row.id,
      decision: 'accepted' as const,
      headlineTone,
      bodyTone,
      note,
      byUserId: by,
      at: after(row.publishedAt, hours * 60),
    })
    const first = review(staff.officer, 20, row.tones[0], row.tones[1], null)
    const second = staff.manager && (meeting.number + i) % 4 === 0 ? staff.manager : undefined
    return second
      ? [first, review(second, 44, 'neutral', row.tones[1], 'Judulnya netral menurut saya.')]
      : [first]
  })
  if (judgements.length > 0) await tx.insert(reviews).values(judgements)
}

type Tone = 'positive' | 'neutral' | 'negative' | 'mixed'
const tones: readonly Tone[] = [
  'neutral',
  'positive',
  'neutral',
  'mixed',
  'neutral',
  'negative',
  'positive',
]

function placement(world: World, at: string) {
  const { officeId, sessionId } = world
  return {
    id: newId(Date.parse(at)),
    officeId,
    sessionId,
    publishedAt: at,
    state: 'accepted' as const,
    origin: 'manual' as const,
    createdAt: after(at, 60),
    updatedAt: after(at, 60),
  }
}

function firstPlacements(world: World) {
  return firstMeetingCoverage.flatMap((story) => {
    const outletId = world.partners.outletByDomain.get(story.domain)
    if (!outletId) return []
    const at = wib(story.day, story.clock)
    const author = present(world).find((invitation) => invitation.outletId === outletId)
    const url = `https://${story.domain}/contoh/${story.title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
    return {
      ...placement(world, at),
      outletId,
      journalistId: author?.journalistId ?? null,
      kind: 'online' as const,
      url,
      canonicalUrl: url,
      title: story.title,
      excerpt: story.excerpt,
      reporting: story.reporting,
      depth: 'main' as const,
      spokespersonQuoted: true,
      placement: null,
      reviewedAt: after(at, 20 * 60),
      tones: [story.headline, story.body] as [Tone, Tone],
    }
  })
}

function laterPlacements(world: World) {
  const { meeting, startsAt, partners } = world
  const draw = chance(meeting.number * 104_729 + 5)
  const domainOf = new Map([...partners.outletByDomain].map(([domain, id]) => [id, domain]))
  return present(world)
    .filter((invitation) => invitation.outletId !== null && draw() < 0.3)
    .slice(0, 8)
    .map((author, i) => {
      const at = after(startsAt, 5 * 60 + Math.floor(draw() * 50 * 60))
      const domain = domainOf.get(author.outletId ?? '') ?? 'contoh.example'
      const print =
        domain.includes('pesisirutara') ||
        domain.includes('bahurekso') ||
        domain.includes('radarslamet')
      const broadcast = /tv|fm|radio|bahari/.test(domain)
      const kind = print
        ? ('print' as const)
        : broadcast
          ? ('broadcast' as const)
          : ('online' as const)
      const title = headlines[(i + meeting.number) % headlines.length] as string
      const url =
        kind === 'online'
          ? `https://${domain}/${meeting.day}/${author.journalistId.slice(-6)}-${i + 1}`
          : null
      const fresh = meeting.now.getTime() - Date.parse(at) < 40 * 24 * 3_600_000
      return {
        ...placement(world, at),
        outletId: author.outletId as string,
        journalistId: author.journalistId,
        kind,
        url,
        canonicalUrl: url,
        title,
        excerpt: null,
        reporting: i % 4 === 3 ? ('release' as const) : ('own' as const),
        depth: i % 3 === 0 ? ('part' as const) : ('main' as const),
        spokespersonQuoted: i % 3 !== 2,
        placement: print ? `Halaman ${2 + i}` : broadcast ? 'Berita Siang, 12.30' : null,
        reviewedAt: fresh && i % 2 === 0 ? null : after(at, 20 * 60),
        tones: [
          tones[(i + meeting.number) % 7] as Tone,
          tones[(i * 2 + meeting.number) % 7] as Tone,
        ] as [Tone, Tone],
      }
    })
}
