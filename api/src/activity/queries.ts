import type { mail as mailContract } from '@ngopi/shared/accounts'
import type { Activity } from '@ngopi/shared/activity'
import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { activityLog } from '../accounts/tables.ts'
import type { Cursors, Page } from '../platform/cursor.ts'
import type { Db } from '../platform/database.ts'
import { cappedTotal, MAX_COUNTED, type Total } from '../platform/list-query.ts'
import { mails } from '../platform/mail.ts'

type Mail = z.infer<typeof mailContract>

interface Asked {
  limit: number
  cursor?: string | undefined
}

/** Mails of the office, newest first. One that carries a secret shows no text. */
export async function listMails(
  db: Db,
  cursors: Cursors,
  { officeId, limit, cursor, count }: Asked & { officeId: string; count?: boolean | undefined },
): Promise<Page<Mail> & Partial<Total>> {
  const filters = { list: 'mails', officeId }
  const [before] = cursors.read(cursor, filters) ?? []
  const ofOffice = eq(mails.officeId, officeId)
  const rows = await db
    .select({
      id: mails.id,
      to: mails.recipient,
      subject: mails.subject,
      confidential: mails.confidential,
      text: mails.bodyText,
      state: mails.state,
      createdAt: mails.createdAt,
      sentAt: mails.sentAt,
      error: mails.error,
    })
    .from(mails)
    .where(and(ofOffice, before === undefined ? undefined : lt(mails.id, before)))
    .orderBy(desc(mails.id))
    .limit(limit + 1)
  const shown = rows.map(({ confidential, text, ...mail }) => ({
    ...mail,
    text: confidential ? '' : (db.$sealing.open(text) ?? ''),
  }))
  const page = cursors.page(shown, limit, filters, (last) => [last.id])
  if (!count) return page
  const counted = await db.$count(
    db
      .select({ id: mails.id })
      .from(mails)
      .where(ofOffice)
      .limit(MAX_COUNTED + 1)
      .as('counted'),
  )
  return { ...page, ...cappedTotal(counted) }
}

/** What was changed in the office, newest first, with the names of those who did it. */
export async function listActivity(
  db: Db,
  cursors: Cursors,
  {
    limit,
    cursor,
    ...filters
  }: Asked & {
    officeId: string
    subject?: string[] | undefined
    subjectId?: string | undefined
    userId?: string | undefined
  },
): Promise<Page<Activity>> {
  const { officeId, subject, subjectId, userId } = filters
  const bound = { ...filters, list: 'activity' }
  const [before] = cursors.read(cursor, bound) ?? []
  const rows = await db
    .select({
      id: activityLog.id,
      at: activityLog.at,
      actor: {
        kind: activityLog.actorKind,
        id: activityLog.actorId,
        name: sql<string | null>`actor_name(${activityLog.actorKind}, ${activityLog.actorId})`,
      },
      action: activityLog.action,
      subject: activityLog.subject,
      subjectId: activityLog.subjectId,
      before: activityLog.before,
      after: activityLog.after,
    })
    .from(activityLog)
    .where(
      and(
        eq(activityLog.officeId, officeId),
        subject ? inArray(activityLog.subject, subject) : undefined,
        subjectId ? eq(activityLog.subjectId, subjectId) : undefined,
        userId
          ? and(eq(activityLog.actorKind, 'user'), eq(activityLog.actorId, userId))
          : undefined,
        before === undefined ? undefined : lt(activityLog.id, before),
      ),
    )
    .orderBy(desc(activityLog.id))
    .limit(limit + 1)
  return cursors.page(rows, limit, bound, (last) => [last.id])
}
