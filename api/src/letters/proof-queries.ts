import { AppError } from '../platform/app-error.ts'
import { type Database, prepared } from '../platform/database.ts'
import { limitRate, type RateLimit } from '../platform/rate-limit.ts'
import type { Occasion } from '../sessions/rules.ts'

/** What the proof page of a letter tells; nothing of the people it went to. */
export interface ProofView extends Occasion {
  office: string
  number: string
  /** `YYYY-MM-DD`. */
  datedOn: string
  subject: string
  title: string
  status: 'draft' | 'published' | 'cancelled' | 'done'
  /** Time and place as the letter states them. */
  occasion: Occasion
}

/** Only unknown codes count against an address, as with personal links. */
const unknownLetters: RateLimit = { name: 'unknown letter', attempts: 60, seconds: 60 }

const findGuestMessage = {
  name: 'find_letter',
  text: 'select office_id as "officeId", session_id as "sessionId" from find_letter($1)',
}

const proofOfSession = {
  name: 'letter_proof',
  text: `select o.name as office, l.number, l.dated_on as "datedOn", l.subject, l.occasion, s.title, s.status,
                s.starts_at as "startsAt", s.ends_at as "endsAt", s.time_zone as "timeZone", s.venue
           from session_letters l
           join sessions s on s.id = l.session_id and s.office_id = l.office_id
           join offices o on o.id = l.office_id
          where l.session_id = $1`,
}

const wellFormed = /^[\w-]{22}$/

/** The letter of a code; 404 for any other, 429 for the 61st of these from one address in a minute. */
export async function openProof(
  database: Database,
  code: string,
  address: string,
): Promise<ProofView> {
  const [found] = wellFormed.test(code)
    ? await database.lookup((db) =>
        prepared<{ officeId: string; sessionId: string }>(db, findGuestMessage, [code]),
      )
    : []
  if (!found) {
    await limitRate(database, unknownLetters, address, 1)
    throw new AppError('not_found')
  }
  const [view] = await database.read([found.officeId], (db) =>
    prepared<ProofView>(db, proofOfSession, [found.sessionId]),
  )
  if (!view) throw new AppError('not_found')
  return view
}
