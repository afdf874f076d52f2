import { sql } from 'drizzle-orm'
import { hashPassword } from '../accounts/password.ts'
import { offices, users } from '../accounts/tables.ts'
import { personalToken } from '../invitations/personal-link.ts'
import { type Database, prepared, type Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { Keys } from '../platform/keys.ts'
import { StartError } from '../platform/start-error.ts'
import { createSeries } from '../series/commands.ts'
import { demoAccounts, demoPassword } from './accounts.ts'
import { meetingDays, wib } from './calendar.ts'
import type { Guest } from './meeting.ts'
import type { MeetingPlace, Staff } from './meeting-world.ts'
import { firstMeetingOutlets, pemalangOutlets, tegalOutlets } from './outlets.ts'
import { inventedJournalists } from './people.ts'
import { seedAnswers } from './seed-answers.ts'
import { seedLetters } from './seed-letters.ts'
import { seedMeeting } from './seed-meetings.ts'
import { type SeededPartners, seedPartners } from './seed-partners.ts'
import { seedSegments } from './seed-segments.ts'
import { seedWhatsapp } from './seed-whatsapp.ts'
import { usualAgenda } from './stories.ts'

const officeSpecs = {
  kanwil: {
    name: 'Kantor Wilayah Jawa Tengah',
    city: 'Semarang',
    lines: ['KANTOR WILAYAH DIREKTORAT JENDERAL IMIGRASI', 'JAWA TENGAH'],
    signatoryName: 'Hartono Wibowo (contoh)',
    signatoryTitle: 'Kepala Kantor Wilayah',
  },
  pemalang: {
    name: 'Kantor Imigrasi Kelas I Non TPI Pemalang',
    city: 'Pemalang',
    lines: [
      'KANTOR IMIGRASI KELAS I NON TPI PEMALANG',
      'Seksi Teknologi Informasi dan Komunikasi Keimigrasian',
    ],
    signatoryName: 'Bambang Wicaksono (contoh)',
    signatoryTitle: 'Plt. Kepala Kantor',
  },
  tegal: {
    name: 'Kantor Imigrasi contoh Tegal',
    city: 'Tegal',
    lines: ['KANTOR IMIGRASI CONTOH TEGAL'],
    signatoryName: 'Retno Palupi (contoh)',
    signatoryTitle: 'Kepala Kantor',
  },
} as const

type OfficeKey = keyof typeof officeSpecs

export interface DemoResult {
  accounts: { email: string; password: string; role: string; office: string }[]
  /** Opens the page of a guest of the next meeting who has not answered. */
  personalLink: string
}

/**
 * Fills an empty database with the demo: three offices, their partners, and the monthly meetings from
 * October 2025 to three months after `now`. All in one transaction and once: a database that has the
 * demo already is left as it is.
 */
export async function seedDemo({
  database,
  keys,
  publicUrl,
  now,
}: {
  database: Database
  ownerUrl: string
  keys: Keys
  publicUrl: string
  now: Date
}): Promise<DemoResult> {
  const ids: Record<OfficeKey, string> = { kanwil: newId(), pemalang: newId(), tegal: newId() }
  const passwordHash = await hashPassword(demoPassword)
  await database.write([ids.kanwil], 'system:', async (tx) => {
    // Two starts at once must not seed twice.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('ngopi demo'))`)
    const [state] = await prepared<{ filled: boolean }>(
      tx,
      { name: 'any_office', text: 'select any_office_exists() as filled' },
      [],
    )
    if (state?.filled) return
    await seedOffices(tx, ids, passwordHash)
    await inOffice(tx, ids.pemalang)
    await seedPemalang(tx, ids.pemalang, now)
    await seedLetters(tx, { officeId: ids.pemalang, city: officeSpecs.pemalang.city, now })
    await seedSegments(tx, ids.pemalang)
    await seedWhatsapp(tx, { officeId: ids.pemalang, now })
    await inOffice(tx, ids.tegal)
    await seedTegal(tx, ids.tegal, now)
  })
  return {
    accounts: demoAccounts.map(({ email, role, office }) => ({
      email,
      password: demoPassword,
      role,
      office: officeSpecs[office].name,
    })),
    personalLink: await silentGuestsLink(database, keys, publicUrl),
  }
}

/** Goes on in another office within the transaction; the connection's own setting returns with its end. */
const inOffice = (tx: Tx, officeId: string) =>
  tx.execute(sql`select set_config('app.offices', ${officeId}, true)`)

async function seedOffices(
  tx: Tx,
  ids: Record<OfficeKey, string>,
  passwordHash: string,
): Promise<void> {
  for (const key of ['kanwil', 'pemalang', 'tegal'] as const) {
    const spec = officeSpecs[key]
    await inOffice(tx, ids[key])
    await tx.insert(offices).values({
      id: ids[key],
      parentId: key === 'kanwil' ? null : ids.kanwil,
      name: spec.name,
      timeZone: 'Asia/Jakarta',
      city: spec.city,
      letterhead: {
        lines: [...spec.lines],
        signatoryName: spec.signatoryName,
        signatoryTitle: spec.signatoryTitle,
        signatoryNip: '',
      },
      contactName: `Humas ${spec.city} (contoh)`,
      contactEmail: `kontak@${key === 'kanwil' ? 'jateng' : key}.example`,
      contactPhone:
        key === 'kanwil'
          ? '+6281200009001'
          : key === 'pemalang'
            ? '+6281200009002'
            : '+6281200009003',
    })
    await tx.insert(users).values(
      demoAccounts
        .filter((account) => account.office === key)
        .map(({ email, name, role }) => ({
          id: newId(),
          officeId: ids[key],
          email,
          name,
          role,
          passwordHash,
        })),
    )
  }
}

async function staffOf(tx: Tx, officeId: string): Promise<Staff> {
  const people = await tx
    .select({ id: users.id, role: users.role })
    .from(users)
    .where(sql`${users.officeId} = ${officeId}`)
  const officer = people.find((user) => user.role === 'officer')?.id
  if (!officer) throw new Error('the demo office has no officer')
  return {
    officer,
    manager: people.find((user) => user.role === 'manager')?.id ?? null,
    desk: people.find((user) => user.role === 'desk')?.id ?? officer,
  }
}

/** The monthly meeting as a series of the product; it makes the sessions to come by itself. */
async function seedSeries(
  tx: Tx,
  {
    officeId,
    now,
    ...own
  }: Pick<MeetingPlace, 'officeId' | 'title' | 'venue'> & {
    startsOn: string
    capacity: number
    now: Date
  },
): Promise<MeetingPlace> {
  const given = {
    ...own,
    rrule: 'FREQ=MONTHLY;BYDAY=-1WE',
    startTime: '09:00',
    durationMinutes: 150,
    timeZone: 'Asia/Jakarta',
    entryNote,
    agenda: usualAgenda,
    holidayPolicy: 'ask' as const,
    extraDates: [],
    skippedDates: [],
  }
  const { id } = await createSeries(tx, { officeId, given, now: now.toISOString() })
  return { officeId, seriesId: id, title: own.title, venue: own.venue, entryNote }
}

const entryNote = 'Mohon membawa kartu pers. Parkir tamu di halaman depan.'

/** Another part of the list each month, so that some were never invited and some always. */
const guestsOf = (partners: SeededPartners, number: number, count: number): Guest[] =>
  partners.guests.filter((_, i) => i < count - 8 || (i + number) % 4 === 0).slice(0, count)

async function seedPemalang(tx: Tx, officeId: string, now: Date): Promise<void> {
  const staff = await staffOf(tx, officeId)
  const partners = await seedPartners(tx, officeId, {
    outlets: [...firstMeetingOutlets, ...pemalangOutlets],
    people: inventedJournalists(60),
    firstPhone: 0,
  })
  const venue = await seedSeries(tx, {
    officeId,
    title: 'Ngopi Bareng Humas',
    venue: 'Aula Lantai 2, Kantor Imigrasi Pemalang',
    startsOn: '2025-10-29',
    capacity: 30,
    now,
  })
  for (const [number, day] of meetingDays(now).entries()) {
    const over = Date.parse(wib(day, '11:30')) < now.getTime()
    const status = over ? 'done' : 'published'
    const guests = guestsOf(partners, number, number === 0 ? 18 : 28 + (number % 4) * 3)
    await seedMeeting(
      tx,
      { number, day, status, capacity: number === 0 ? 20 : 30, guests, now },
      { venue, partners, staff },
    )
    // The next one is open for answers, also while one is being held; those after it stand as the series made them.
    if (Date.parse(wib(day, '09:00')) > now.getTime())
      return seedAnswers(tx, { officeId, officer: staff.officer, now })
  }
}

async function seedTegal(tx: Tx, officeId: string, now: Date): Promise<void> {
  const staff = await staffOf(tx, officeId)
  const partners = await seedPartners(tx, officeId, {
    outlets: tegalOutlets,
    people: inventedJournalists(8, 100),
    firstPhone: 500,
  })
  const days = meetingDays(now).slice(-5)
  const venue = await seedSeries(tx, {
    officeId,
    title: 'Ngopi Bareng Humas Tegal',
    venue: 'Ruang Rapat, Kantor Imigrasi contoh Tegal',
    startsOn: days[0] ?? '2026-08-26',
    capacity: 3,
    now,
  })
  for (const [number, day] of days.entries()) {
    const over = Date.parse(wib(day, '11:30')) < now.getTime()
    if (!over && number >= 3) return
    const guests = partners.guests
    const status = over ? 'done' : 'published'
    await seedMeeting(
      tx,
      { number: number + 50, day, status, capacity: 3, guests, now },
      { venue, partners, staff },
    )
  }
}

/** The link of the longest silent guest of the next meeting; the demo shows it to whoever starts it. */
async function silentGuestsLink(
  database: Database,
  keys: Keys,
  publicUrl: string,
): Promise<string> {
  const account = await database.lookup((db) =>
    prepared<{ officeId: string }>(
      db,
      { name: 'demo_office', text: 'select office_id as "officeId" from find_account($1)' },
      ['humas@pemalang.example'],
    ),
  )
  const officeId = account[0]?.officeId
  if (!officeId)
    throw new StartError(
      'The database holds data that is not the demo\'s, and is left as it is. Start it with "npm start", or give the demo\n' +
        'a place of its own: DATA_DIR=.demo npm run demo (with DATABASE_URL: another, empty database).',
    )
  const [guest] = await database.read([officeId], (db) =>
    prepared<{ id: string; linkVersion: number }>(
      db,
      {
        name: 'demo_guest',
        text: `select i.id, i.link_version as "linkVersion"
                 from invitations i join sessions s on s.id = i.session_id and s.office_id = i.office_id
                where s.status = 'published' and i.revoked_at is null
                order by s.starts_at < now(), s.starts_at, i.answer <> 'none', i.id limit 1`,
      },
      [],
    ),
  )
  if (!guest) throw new Error('the demo has no invitation to show')
  return `${publicUrl}/u/${personalToken(keys.personalLink, guest.id, guest.linkVersion)}`
}
