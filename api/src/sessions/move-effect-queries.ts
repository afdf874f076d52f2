import type { MoveEffect } from '@ngopi/shared/sessions'
import { eq } from 'drizzle-orm'
import { AppError } from '../platform/app-error.ts'
import type { Db } from '../platform/database.ts'
import { isChangeable, moveEffect } from './rules.ts'
import type { SeriesHooks } from './series-hooks.ts'
import type { SessionChangeHooks } from './session-change-commands.ts'
import { sessions } from './tables.ts'

interface Asked {
  startsAt?: string | undefined
  endsAt?: string | undefined
  venue?: string | undefined
  rsvpClosesAt?: string | null | undefined
}

const given = <T extends object>(asked: T) =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

/** What saving this would mean for the guests at `now` (ISO instant). 404 out of sight, 403 for another office's session. */
export async function effectOfMove(
  db: Db,
  {
    id,
    officeId,
    asked,
    guests,
    series,
    now,
  }: {
    id: string
    officeId: string
    asked: Asked
    guests: Pick<SessionChangeHooks, 'reachOf'>
    series: Pick<SeriesHooks, 'deadlineOf'>
    now: string
  },
): Promise<MoveEffect> {
  const [before] = await db.select().from(sessions).where(eq(sessions.id, id))
  if (!before) throw new AppError('not_found')
  if (before.officeId !== officeId) throw new AppError('forbidden')
  const changes = given(asked)
  const deadline = await series.deadlineOf(db, { before, asked: changes })
  const { notifies, ...effect } = moveEffect(before, { ...before, ...changes, ...deadline }, now)
  if (!notifies || !isChangeable(before.status))
    return { notified: 0, toReconfirm: 0, reopens: false }
  const reach = await guests.reachOf(db, { officeId, sessionId: id, before, ...effect })
  return { ...reach, reopens: effect.reopens }
}
