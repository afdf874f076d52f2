import { and, eq, isNull, sql } from 'drizzle-orm'
import { type CrewMember, invitations, representations, responses } from '../invitations/tables.ts'
import { affiliations } from '../partners/tables.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { sessions } from '../sessions/tables.ts'

const crews: CrewMember[][] = [
  [
    { role: 'cameraman', name: 'Rangga (contoh)' },
    { role: 'reporter', name: null },
  ],
  [{ role: 'photographer', name: null }],
  [{ role: 'cameraman', name: null }],
]

/** Before the demo begins: crews, a substitute and somebody with a forwarded link at the next meeting of an office. */
export async function seedAnswers(
  tx: Tx,
  { officeId, officer, now }: { officeId: string; officer: string; now: Date },
): Promise<void> {
  const coming = await tx
    .select({
      id: invitations.id,
      sessionId: invitations.sessionId,
      journalistId: invitations.journalistId,
      outletId: invitations.outletId,
    })
    .from(invitations)
    .innerJoin(sessions, eq(sessions.id, invitations.sessionId))
    .where(
      and(
        eq(invitations.officeId, officeId),
        eq(invitations.answer, 'attending'),
        isNull(invitations.revokedAt),
        eq(sessions.status, 'published'),
        sql`${sessions.startsAt} > ${now.toISOString()}`,
      ),
    )
    .orderBy(invitations.id)
  for (const [i, crew] of crews.entries()) {
    const guest = coming[i]
    if (!guest) return
    await tx
      .update(invitations)
      .set({ crew, partySize: 1 + crew.length })
      .where(eq(invitations.id, guest.id))
  }
  const rest = coming.slice(crews.length)
  const forwarded = rest.at(-1)
  if (forwarded) {
    await tx.insert(representations).values({
      officeId,
      invitationId: forwarded.id,
      fullName: 'Laras Puspita (contoh)',
      phone: '+6281200009101',
      outletName: 'Suara Pesisir (contoh)',
    })
  }
  for (const guest of rest.slice(0, -1)) {
    const colleague = guest.outletId && (await uninvitedAt(tx, { ...guest, officeId }))
    if (!colleague) continue
    await substitute(tx, { officeId, officer, guest, journalistId: colleague })
    return
  }
}

interface Coming {
  id: string
  sessionId: string
  outletId: string | null
}

/** A journalist of the guest's outlet whom nobody invited to the session. */
async function uninvitedAt(
  tx: Tx,
  { officeId, sessionId, outletId }: Coming & { officeId: string },
): Promise<string | undefined> {
  const [found] = await tx
    .select({ id: affiliations.journalistId })
    .from(affiliations)
    .where(
      and(
        eq(affiliations.officeId, officeId),
        sql`${affiliations.outletId} = ${outletId}`,
        isNull(affiliations.untilDate),
        sql`not exists (select from ${invitations} i where i.session_id = ${sessionId} and i.journalist_id = ${affiliations.journalistId})`,
      ),
    )
    .orderBy(affiliations.id)
    .limit(1)
  return found?.id
}

async function substitute(
  tx: Tx,
  {
    officeId,
    officer,
    guest: { id: from, sessionId, outletId },
    journalistId,
  }: { officeId: string; officer: string; guest: Coming; journalistId: string },
): Promise<void> {
  const to = newId()
  await tx
    .update(invitations)
    .set({ answer: 'substituted', holdsSeat: false })
    .where(eq(invitations.id, from))
  await tx.insert(invitations).values({
    id: to,
    officeId,
    sessionId,
    journalistId,
    outletId,
    answer: 'attending',
    holdsSeat: true,
    substituteOf: from,
    respondedAt: sql`now()`,
  })
  const by = { officeId, byKind: 'officer' as const, byUserId: officer }
  await tx.insert(responses).values([
    { ...by, invitationId: from, fromAnswer: 'attending', toAnswer: 'substituted' },
    { ...by, invitationId: to, fromAnswer: 'none', toAnswer: 'attending' },
  ])
}
