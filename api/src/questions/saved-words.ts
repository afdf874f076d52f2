import type { MinutesBody } from '@ngopi/shared/minutes'
import { type Db, prepared } from '../platform/database.ts'
import { offRecordOf } from './off-record-queries.ts'
import { offRecordIn } from './off-record-rules.ts'

type Block = MinutesBody[number]
type Words = readonly { text: string }[]

/** What stands in a heading, a paragraph or an item of a list, with its links. */
export const textOf = (content: Words): string => content.map(({ text }) => text).join('')

/** The pieces of a block that are read on their own. */
const partsOf = (block: Block): Words[] => (block.type === 'list' ? block.items : [block.content])

/** So many saves are looked through, the latest first. */
const mostRead = 20

const savesBefore = {
  name: 'saves_before_off_record',
  text: `select v.number, v.body from minutes m
           join minutes_versions v on v.office_id = m.office_id and v.minutes_id = m.id
          where m.office_id = $1 and m.session_id = $2
            and v.at <= (select max(at) from (
              select off_record_at as at from questions where office_id = $1 and session_id = $2
              union all select off_record_at from commitments where office_id = $1 and session_id = $2) o)
          order by v.number desc limit ${mostRead}`,
}

/** Numbers of the saves of the minutes that hold what is off the record by now, in order. For the own office alone. */
export async function savesHoldingOffRecord(
  db: Db,
  session: { officeId: string; sessionId: string },
): Promise<number[]> {
  const saves = await prepared<{ number: number; body: MinutesBody }>(db, savesBefore, [
    session.officeId,
    session.sessionId,
  ])
  if (saves.length === 0) return []
  const holds = offRecordIn(await offRecordOf(db, session))
  return saves
    .filter(({ body }) => body.flatMap(partsOf).some((part) => holds(textOf(part))))
    .map(({ number }) => number)
    .toSorted((a, b) => a - b)
}
