import { type Db, prepared } from '../platform/database.ts'
import type { KnownScan, Outcome } from './door.ts'

const keptAnswers = {
  name: 'kept_scan_answers',
  text: `select nonce, outcome from scans
          where office_id = $1 and device_id = $2 and nonce = any ($3::uuid[])`,
}

export interface KeptAnswer {
  nonce: string
  outcome: Outcome
}

/** The answers given before to scans of a device. */
export const findKeptAnswers = (
  db: Db,
  asked: { officeId: string; deviceId: string; nonces: readonly string[] },
): Promise<KeptAnswer[]> =>
  prepared<KeptAnswer>(db, keptAnswers, [asked.officeId, asked.deviceId, asked.nonces])

const invitationsToScan = {
  name: 'invitations_to_scan',
  text: `select id, session_id as "sessionId", journalist_id as "journalistId", outlet_id as "outletId",
                link_version as "linkVersion",
                coalesce(revoked_at, case when answer = 'substituted' and not swapped_at_door then responded_at end) as "endedAt"
           from invitations where office_id = $1 and id = any ($2::uuid[])`,
}

export interface ScannedInvitation {
  id: string
  sessionId: string
  journalistId: string
  outletId: string | null
  linkVersion: number
  /** When it was revoked, or passed on to a substitute before the door: one named there gives way when the guest comes. */
  endedAt: string | null
}

/** Invitations of the office, of whatever session, by id. */
export async function findScannedInvitations(
  db: Db,
  { officeId, ids }: { officeId: string; ids: readonly string[] },
): Promise<Map<string, ScannedInvitation>> {
  const rows = await prepared<ScannedInvitation>(db, invitationsToScan, [officeId, ids])
  return new Map(rows.map((row) => [row.id, row]))
}

// The scans of the guests concerned, and the scans of these nonces with all other scans of their guests.
const knownActs = {
  name: 'known_acts',
  text: `
  with named as (
    select s.device_id, s.nonce, s.session_id, s.journalist_id from scans s
     where s.office_id = $1 and s.nonce = any ($4::uuid[])
  ),
  concerned as (
    select unnest($3::uuid[]) as id
    union select n.journalist_id from named n where n.session_id = $2
  ),
  wanted as (
    select s.* from concerned c join scans s on s.office_id = $1 and s.session_id = $2 and s.journalist_id = c.id
    union
    select s.* from named n join scans s
      on s.office_id = $1 and s.device_id = n.device_id and s.nonce = n.nonce
  )
  select w.nonce, w.session_id as "sessionId", w.journalist_id as "journalistId", w.act = 'undo' as "isUndo",
         exists (select from scans u
                  where u.office_id = $1 and u.session_id = w.session_id and u.undoes = w.nonce) as undone
    from wanted w`,
}

const undoneBefore = {
  name: 'undone_before',
  text: 'select undoes from scans where office_id = $1 and session_id = $2 and undoes = any ($3::uuid[])',
}

const markedPresent = {
  name: 'marked_present',
  text: `select journalist_id as id from attendances
          where office_id = $1 and session_id = $2 and journalist_id = any ($3::uuid[]) and marked_status = 'present'`,
}

/** What the door must know before it can word its answers to scans for these guests or of or about these nonces. */
export async function readDoor(
  db: Db,
  asked: {
    officeId: string
    sessionId: string
    journalistIds: readonly string[]
    actNonces: readonly string[]
  },
): Promise<{ known: KnownScan[]; undone: string[]; markedPresent: string[] }> {
  const { officeId, sessionId, journalistIds, actNonces } = asked
  const session = [officeId, sessionId]
  const known = await prepared<KnownScan>(db, knownActs, [...session, journalistIds, actNonces])
  const undone = await prepared<{ undoes: string }>(db, undoneBefore, [...session, actNonces])
  const concerned = [...journalistIds, ...known.flatMap((scan) => scan.journalistId ?? [])]
  const marked = await prepared<{ id: string }>(db, markedPresent, [...session, concerned])
  return {
    known,
    undone: undone.map(({ undoes }) => undoes),
    markedPresent: marked.map(({ id }) => id),
  }
}
