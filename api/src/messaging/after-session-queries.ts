import { type Db, prepared } from '../platform/database.ts'

/** SQL over `i`: whether the guest was there. */
const wasThere = `exists (
  select from attendances a where a.office_id = i.office_id and a.session_id = i.session_id
     and a.journalist_id = i.journalist_id and a.status = 'present')`

/** SQL over `s`, `i`: whether it is settled that the guest was not there; nothing noted says so once the session is done. */
const wasMissed = `case when s.status = 'done' then not ${wasThere} else exists (
  select from attendances a where a.office_id = i.office_id and a.session_id = i.session_id
     and a.journalist_id = i.journalist_id and a.status in ('absent', 'excused')) end`

/** SQL over `i`: whether a guest who was not there is shown a material, be it only with the end of its embargo. */
const hasMaterials = `exists (
  select from materials m where m.office_id = i.office_id and m.session_id = i.session_id and m.archived_at is null
     and (m.audience = 'invited' or m.audience = 'attending' and i.answer = 'attending'))`

/**
 * SQL over `s`, `i`: the words that fit a guest after the session: thanks for who was there, the materials for who was
 * not and is shown any; null while there is nothing to say.
 */
export const afterwardsOf = `case when ${wasThere} then 'thanks' when ${wasMissed} and ${hasMaterials} then 'materials' end`

/** The words of the message after a session. */
export type Afterwards = 'thanks' | 'materials'

const wordsBySession = {
  name: 'words_after_session',
  text: `select i.id, ${afterwardsOf} as about
           from sessions s join invitations i on i.session_id = s.id and i.office_id = s.office_id
          where s.id = $1 and i.revoked_at is null`,
}

/** The words that fit each guest of a session, by invitation; those without any are left out. */
export async function followUpKind(db: Db, sessionId: string): Promise<Map<string, Afterwards>> {
  const rows = await prepared<{ id: string; about: Afterwards | null }>(db, wordsBySession, [
    sessionId,
  ])
  return new Map(rows.flatMap(({ id, about }) => (about ? [[id, about] as const] : [])))
}

/** Of those whom a message concerns, the ones whom these words fit; all of them where no words are named. */
export async function onlyTold<T extends { invitationId: string }>(
  db: Db,
  {
    sessionId,
    followUp,
    candidates,
  }: { sessionId: string; followUp: Afterwards | undefined; candidates: T[] },
): Promise<T[]> {
  if (!followUp) return candidates
  const fitting = await followUpKind(db, sessionId)
  return candidates.filter(({ invitationId }) => fitting.get(invitationId) === followUp)
}
