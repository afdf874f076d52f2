import { commitments } from '../commitments/tables.ts'
import type { World } from './meeting-world.ts'

interface Asked {
  id: string
  journalistId: string
}

const days = 86_400_000
const after = (at: string, count: number) => new Date(Date.parse(at) + count * days)

/** A promise made on a question of each past meeting: kept and told where its day has passed, still open at the last. */
export async function seedPromise(
  { tx, officeId, sessionId, startsAt, staff, meeting }: World,
  question: Asked,
): Promise<void> {
  const due = after(startsAt, 40)
  const settledAt = after(startsAt, 6).toISOString()
  await tx.insert(commitments).values({
    officeId,
    sessionId,
    questionId: question.id,
    journalistId: question.journalistId,
    text: 'Mengirim angka rinci kepada penanya',
    ownerId: staff.officer,
    dueOn: due.toISOString().slice(0, 10),
    createdAt: startsAt,
    updatedAt: startsAt,
    ...(due < meeting.now && {
      state: 'kept' as const,
      outcome: 'Angka rinci dikirim dalam satu halaman.',
      settledAt,
      toldAt: settledAt,
      toldChannel: 'whatsapp' as const,
    }),
  })
}
