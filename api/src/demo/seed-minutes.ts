import type { MinutesBody } from '@ngopi/shared/minutes'
import { draftMinutes } from '../minutes/draft-queries.ts'
import { minutes, minutesVersions } from '../minutes/tables.ts'
import { newId } from '../platform/ids.ts'
import { demoAccounts } from './accounts.ts'
import { after } from './calendar.ts'
import type { World } from './meeting-world.ts'

const day = 24 * 60

/** What a person adds to a draft. */
const conclusion: MinutesBody = [
  { type: 'heading', level: 2, content: [{ text: 'Kesimpulan' }] },
  {
    type: 'list',
    ordered: false,
    items: [
      [
        { text: 'Pertemuan dijadikan kegiatan rutin', bold: true },
        { text: ' dalam suasana santai, dengan tema yang disampaikan lebih dahulu.' },
      ],
      [
        { text: 'Bahan paparan dapat diminta melalui ' },
        { text: 'humas@pemalang.example', href: 'mailto:humas@pemalang.example' },
        { text: '.' },
      ],
    ],
  },
]

/** Before the closing words, which are the last heading and what stands below it. */
const withConclusion = (body: MinutesBody): MinutesBody => {
  const closing = body.findLastIndex((block) => block.type === 'heading')
  return [...body.slice(0, closing), ...conclusion, ...body.slice(closing)]
}

/** The minutes of the first meetings: of the very first signed, of the next one saved; later ones are still drafts. */
export async function seedMinutes({
  tx,
  officeId,
  sessionId,
  startsAt,
  staff,
  meeting,
}: World): Promise<void> {
  const account = demoAccounts.find(
    ({ role, office }) => role === 'officer' && office === 'pemalang',
  )
  const minuteTaker = account?.name ?? null
  const { body, chair, closedAt, signature } = await draftMinutes(tx, {
    officeId,
    sessionId,
    minuteTaker,
  })
  const signed = meeting.number === 0
  const id = newId(Date.parse(after(startsAt, day)))
  const said = [body, withConclusion(body)]
  await tx.insert(minutes).values({
    id,
    officeId,
    sessionId,
    body: withConclusion(body),
    chair,
    minuteTaker,
    closedAt,
    signatoryName: signature.name,
    signatoryTitle: signature.title,
    signatoryRank: 'Penata Tingkat I (III/d)',
    version: signed ? 3 : 2,
    createdAt: after(startsAt, day),
    updatedAt: after(startsAt, 2 * day),
    ...(signed && { signedAt: after(startsAt, 3 * day), signedBy: staff.officer }),
  })
  await tx.insert(minutesVersions).values(
    said.map((sentence, i) => ({
      officeId,
      minutesId: id,
      number: i + 1,
      body: sentence,
      at: after(startsAt, (i + 1) * day),
      byUserId: staff.officer,
    })),
  )
}
