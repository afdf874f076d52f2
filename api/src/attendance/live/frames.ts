import type { Question } from '@ngopi/shared/questions'
import type { SessionEvent } from '@ngopi/shared/session-events'
import type { Db } from '../../platform/database.ts'
import { attendancesOf, withoutReason } from '../queries.ts'
import type { Change, Watched } from './event-queries.ts'

/** Questions by id, of those that the connection may see. Given by the app: questions come after attendance. */
export type ReadQuestions = (db: Db, ids: readonly string[]) => Promise<Question[]>

/** One event as it goes over the wire, with its number. */
export interface Frame {
  readonly event: number
  readonly text: string
}

const frame = (event: number, data: SessionEvent): Frame => ({
  event,
  text: `id: ${event}\nevent: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`,
})

/** Events are missing: read the lists again. */
export const resync = (event: number): Frame =>
  frame(event, { type: 'resync', at: new Date().toISOString() })

/**
 * What changed as one audience may see it, read at once: a desk hears of attendance without reasons, and of no
 * questions; a question that the offices in sight may not read is passed over without a word.
 */
export async function framesFor(
  db: Db,
  {
    watched,
    changes,
    desk,
    readQuestions,
  }: {
    watched: Watched
    changes: readonly Change[]
    desk: boolean
    readQuestions: ReadQuestions
  },
): Promise<Frame[]> {
  const idsOf = (subject: Change['subject']) =>
    changes.filter((one) => one.subject === subject).map((one) => one.subjectId)
  const guests = idsOf('attendance')
  const attendances =
    guests.length > 0
      ? await attendancesOf(db, { ...watched, journalistIds: guests })
      : new Map<string, never>()
  const asked = desk ? [] : idsOf('question')
  const questions = new Map(
    (asked.length > 0 ? await readQuestions(db, asked) : []).map((one) => [one.id, one]),
  )
  return changes.flatMap(({ event, subject, subjectId, at }): Frame[] => {
    if (subject === 'question') {
      const question = questions.get(subjectId)
      return question ? [frame(event, { type: 'question', at, question })] : []
    }
    const attendance = subject === 'attendance' ? attendances.get(subjectId) : undefined
    if (attendance) {
      const visible = desk ? withoutReason(attendance) : attendance
      return [frame(event, { type: 'attendance', at, attendance: visible })]
    }
    // The guest is on the list no more, or the list itself changed.
    return [frame(event, { type: 'session', at, sessionId: watched.sessionId })]
  })
}
