import type { attendanceSource } from '@ngopi/shared/attendance'
import type { z } from 'zod'
import { AppError } from '../../platform/app-error.ts'
import { type Db, prepared } from '../../platform/database.ts'
import { type HeadedOffice, headOf } from '../../platform/documents/letterhead.ts'
import type { Occasion } from '../../sessions/rules.ts'

interface SheetSession extends Occasion, HeadedOffice {
  officeId: string
  title: string
  city: string | null
  contactName: string | null
  contactPhone: string | null
}

const sessionOfSheet = {
  name: 'sheet_session',
  text: `select s.office_id as "officeId", s.title, s.starts_at as "startsAt", s.ends_at as "endsAt",
                s.time_zone as "timeZone", s.venue, o.name as office, o.city, o.letterhead,
                o.contact_name as "contactName", o.contact_phone as "contactPhone",
                g.media_type as "logoType", g.content as logo
           from sessions s
           join offices o on o.id = s.office_id
           left join office_logos g on g.office_id = s.office_id
          where s.id = $1`,
}

/** A session with what its sheets say of the office; 404 out of sight. */
export async function getSheetSession(db: Db, sessionId: string) {
  const [row] = await prepared<SheetSession>(db, sessionOfSheet, [sessionId])
  if (!row) throw new AppError('not_found')
  return { ...row, ...headOf(row) }
}

/** A name as it is printed, with titles. */
const printedName = `concat_ws(', ', concat_ws(' ', j.title_prefix, j.full_name), j.title_suffix)`

/** A guest as the sheet lists one; of the number only the end, for the sheet lies open, and in the own office alone. */
export interface SheetGuest {
  guest: string
  outlet: string | null
  phoneLast4: string | null
}

export interface ArrivedGuest extends SheetGuest {
  /** ISO instant; null where a hand marked the guest without a time. */
  arrivedAt: string | null
  source: z.infer<typeof attendanceSource> | null
}

const expected = {
  name: 'sheet_expected',
  text: `select ${printedName} as guest, o.name as outlet, right(c.phone, 4) as "phoneLast4"
           from invitations i
           join journalists j on j.office_id = i.office_id and j.id = i.journalist_id
           left join journalist_contacts c on c.office_id = j.office_id and c.id = j.id
           left join outlets o on o.office_id = i.office_id and o.id = i.outlet_id
          where i.office_id = $1 and i.session_id = $2 and i.revoked_at is null
            and i.answer not in ('declined', 'substituted', 'waitlisted')
          order by i.answer not in ('attending', 'maybe', 'needs_reconfirmation'), j.search, i.id`,
}

/** Who may come, by name: those who said so first. Who waits for a seat is not expected and writes in an empty row. */
export const listExpected = (
  db: Db,
  { officeId, sessionId }: { officeId: string; sessionId: string },
): Promise<SheetGuest[]> => prepared<SheetGuest>(db, expected, [officeId, sessionId])

const arrived = {
  name: 'sheet_arrived',
  text: `select ${printedName} as guest, o.name as outlet, right(c.phone, 4) as "phoneLast4",
                a.arrived_at as "arrivedAt", a.source
           from attendances a
           join journalists j on j.office_id = a.office_id and j.id = a.journalist_id
           left join journalist_contacts c on c.office_id = j.office_id and c.id = j.id
           left join outlets o on o.office_id = a.office_id and o.id = a.outlet_id
          where a.office_id = $1 and a.session_id = $2 and a.status = 'present'
          order by a.arrived_at nulls last, j.search, a.id`,
}

/** Who came, in the order of arrival, with the outlet they stood for then. */
export const listArrived = (
  db: Db,
  { officeId, sessionId }: { officeId: string; sessionId: string },
): Promise<ArrivedGuest[]> => prepared<ArrivedGuest>(db, arrived, [officeId, sessionId])

interface BadgeGuest {
  guest: string
  outlet: string | null
  invitationId: string
  linkVersion: number
}

const badged = {
  name: 'badge_guests',
  text: `select ${printedName} as guest, o.name as outlet, i.id as "invitationId", i.link_version as "linkVersion"
           from invitations i
           join journalists j on j.office_id = i.office_id and j.id = i.journalist_id
           left join outlets o on o.office_id = i.office_id and o.id = i.outlet_id
          where i.office_id = $1 and i.session_id = $2 and i.revoked_at is null and i.answer = 'attending'
          order by j.search, i.id`,
}

/** Who gets a badge, by name. */
export const listBadgeGuests = (
  db: Db,
  { officeId, sessionId }: { officeId: string; sessionId: string },
): Promise<BadgeGuest[]> => prepared<BadgeGuest>(db, badged, [officeId, sessionId])
