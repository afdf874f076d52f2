import type { MinutesBody } from '@ngopi/shared/minutes'
import type { Db } from '../platform/database.ts'
import { offRecordOf } from '../questions/off-record-queries.ts'
import { offRecordIn } from '../questions/off-record-rules.ts'
import { textOf } from '../questions/saved-words.ts'
import { notAnswered } from './draft-rules.ts'

type Block = MinutesBody[number]

/** The body without the paragraphs, headings and items that hold such words; the remark on an answer goes with its question. */
export function withoutWords(body: MinutesBody, holds: (text: string) => boolean): MinutesBody {
  let leftOut = false
  return body.flatMap((block): Block[] => {
    if (block.type === 'list') {
      leftOut = false
      const items = block.items.filter((item) => !holds(textOf(item)))
      return items.length > 0 ? [{ ...block, items }] : []
    }
    const text = textOf(block.content)
    leftOut = holds(text) || (leftOut && text === notAnswered)
    return leftOut ? [] : [block]
  })
}

/** What minutes of the own office may say: nothing of the session that is off the record by now. */
export async function onTheRecord(
  db: Db,
  session: { officeId: string; sessionId: string },
  body: MinutesBody,
): Promise<MinutesBody> {
  const offRecord = await offRecordOf(db, session)
  if (offRecord.withheld.length === 0) return body
  return withoutWords(body, offRecordIn(offRecord))
}
