import { type Db, prepared } from '../platform/database.ts'
import { type HeadedOffice, headOf } from '../platform/documents/letterhead.ts'
import { letterDate } from '../platform/documents/spelling.ts'
import { qrImage } from '../platform/pdf/qr-image.ts'
import { clock, hours, longDay } from '../platform/when.ts'
import { programmeOf } from '../sessions/programme.ts'
import type { Occasion } from '../sessions/rules.ts'
import type { AgendaItem } from '../sessions/tables.ts'
import type { LetterSheet } from './letter-document.ts'
import { getsLetter, proofUrlOf } from './queries.ts'
import { type Addressee, bodyParts, defaultBody } from './rules.ts'

interface SheetRow extends Occasion, HeadedOffice {
  title: string
  agenda: AgendaItem[]
  contactName: string | null
  contactPhone: string | null
  number: string
  nature: string
  attachment: string
  subject: string
  place: string
  datedOn: string
  body: string | null
  copiesTo: string[]
  code: string
}

const sheetOfSession = {
  name: 'letter_sheet',
  text: `select s.title, s.agenda, s.starts_at as "startsAt", s.ends_at as "endsAt", s.time_zone as "timeZone", s.venue,
                o.name as office, o.letterhead, o.contact_name as "contactName", o.contact_phone as "contactPhone",
                l.number, l.nature, l.attachment, l.subject, l.place, l.dated_on as "datedOn", l.body,
                l.copies_to as "copiesTo", l.code, g.media_type as "logoType", g.content as logo
           from session_letters l
           join sessions s on s.id = l.session_id and s.office_id = l.office_id
           join offices o on o.id = l.office_id
           left join office_logos g on g.office_id = l.office_id
          where l.session_id = $1`,
}

/** What the letter of a session says now, ready to be set, and the title of the session; undefined while none is saved. */
export async function findSheet(
  db: Db,
  { sessionId, publicUrl }: { sessionId: string; publicUrl: string },
): Promise<{ sheet: LetterSheet; title: string } | undefined> {
  const [row] = await prepared<SheetRow>(db, sheetOfSession, [sessionId])
  if (!row) return undefined
  const { startsAt, timeZone: zone } = row
  const proofUrl = proofUrlOf(publicUrl, row.code)
  const sheet: LetterSheet = {
    ...headOf(row),
    number: row.number,
    nature: row.nature,
    attachment: row.attachment,
    subject: row.subject,
    placeAndDate: `${row.place}, ${letterDate(row.datedOn)}`,
    ...bodyParts(row.body ?? defaultBody(row)),
    facts: [
      ['Hari, tanggal', longDay({ at: startsAt, zone }, 'id')],
      ['Waktu', hours(row, 'id')],
      ['Tempat', row.venue],
    ],
    agenda: programmeOf(row.agenda, startsAt).map(({ begins, title }) => ({
      at: begins ? clock({ at: begins, zone }, 'id') : '',
      title,
    })),
    copiesTo: row.copiesTo,
    proofUrl,
    proofImage: qrImage(proofUrl),
  }
  return { sheet, title: row.title }
}

const addresseesOf = {
  name: 'letter_addressees',
  text: `select concat_ws(', ', concat_ws(' ', j.title_prefix, j.full_name), j.title_suffix) as guest,
                i.group_name as "group", o.name as outlet, a.position
           from invitations i
           join journalists j on j.id = i.journalist_id and j.office_id = i.office_id
           left join outlets o on o.id = i.outlet_id and o.office_id = i.office_id
           left join lateral (
             select a.position from affiliations a
              where a.office_id = i.office_id and a.journalist_id = i.journalist_id and a.outlet_id = i.outlet_id
                and a.position is not null
                and coalesce(a.from_date, '-infinity') <= office_today(i.office_id)
                and coalesce(a.until_date, 'infinity') >= office_today(i.office_id)
              order by a.is_primary desc, a.id limit 1) a on true
          where i.session_id = $1
            and case when $2::uuid is null then ${getsLetter} else i.id = $2 and i.revoked_at is null end
          order by lower(j.full_name), i.id`,
}

/**
 * To whom the letters of a session go, by name: to everyone who was invited and has not declined, passed the invitation on
 * or asked for no more of them; or to one guest, whatever the answer.
 */
export const listAddressees = (
  db: Db,
  { sessionId, invitationId = null }: { sessionId: string; invitationId?: string | null },
): Promise<Addressee[]> => prepared<Addressee>(db, addresseesOf, [sessionId, invitationId])
