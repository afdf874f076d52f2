import { and, asc, eq, gt } from 'drizzle-orm'
import type { Tx } from '../platform/database.ts'
import { sessions } from '../sessions/tables.ts'
import { fillQueue } from '../whatsapp/queue-commands.ts'

/** Puts the guests of the next meeting whom nobody wrote to yet into the WhatsApp queue. */
export async function seedWhatsapp(
  tx: Tx,
  { officeId, now }: { officeId: string; now: Date },
): Promise<void> {
  const [next] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.officeId, officeId),
        eq(sessions.status, 'published'),
        gt(sessions.startsAt, now.toISOString()),
      ),
    )
    .orderBy(asc(sessions.startsAt))
    .limit(1)
  if (next) await fillQueue(tx, { sessionId: next.id, kind: 'invitation' })
}
