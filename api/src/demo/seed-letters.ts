import { randomBytes } from 'node:crypto'
import { and, asc, eq, gt } from 'drizzle-orm'
import { officeLogos } from '../accounts/tables.ts'
import { sessionLetters } from '../letters/tables.ts'
import type { Tx } from '../platform/database.ts'
import { writePng } from '../platform/png.ts'
import { sessions } from '../sessions/tables.ts'

const side = 240

/** An invented emblem: a teal ring around a cup. Opacity falls off at the edges, so that they are smooth. */
function emblem(): Buffer {
  const teal = [14, 95, 90] as const
  const covered = (distance: number) => Math.max(0, Math.min(1, distance + 0.5))
  const pixel = (x: number, y: number): number[] => {
    const [dx, dy] = [x - side / 2, y - side / 2]
    const radius = Math.hypot(dx, dy)
    const ring = covered(10 - Math.abs(radius - 106))
    const cup = Math.min(
      covered(52 - Math.abs(dx + 8)),
      covered(dy + 20),
      covered(62 - Math.hypot((dx + 8) * 0.9, dy)),
    )
    const handle = Math.min(
      covered(7 - Math.abs(Math.hypot(dx - 46, dy - 6) - 18)),
      covered(dx - 40),
    )
    const steam = Math.min(
      covered(4.5 - Math.abs(Math.abs(dx + 8) - 18 - 5 * Math.sin(dy / 7))),
      covered(16 - Math.abs(dy + 48)),
    )
    return [...teal, Math.round(255 * Math.max(ring, cup, handle, steam))]
  }
  const rows = Array.from({ length: side }, (_, y) =>
    Buffer.from(Array.from({ length: side }, (_, x) => pixel(x, y)).flat()),
  )
  return writePng(side, 'rgba', rows)
}

/** The emblem of an office and the letter of its next meeting. */
export async function seedLetters(
  tx: Tx,
  { officeId, city, now }: { officeId: string; city: string; now: Date },
): Promise<void> {
  await tx.insert(officeLogos).values({ officeId, mediaType: 'image/png', content: emblem() })
  const [next] = await tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.status, 'published'), gt(sessions.startsAt, now.toISOString())))
    .orderBy(asc(sessions.startsAt))
    .limit(1)
  if (!next) return
  const { id: sessionId, title, startsAt, endsAt, timeZone, venue } = next
  await tx.insert(sessionLetters).values({
    officeId,
    sessionId,
    number: 'CONTOH.1-HM.03.02-0001',
    nature: 'Biasa',
    attachment: '-',
    subject: `Undangan ${title}`,
    place: city,
    datedOn: now.toISOString().slice(0, 10),
    copiesTo: ['Kepala Kantor Wilayah Jawa Tengah', 'Arsip'],
    code: randomBytes(16).toString('base64url'),
    occasion: { startsAt, endsAt, timeZone, venue },
  })
}
