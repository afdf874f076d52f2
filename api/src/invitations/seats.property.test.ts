import { invitationsApi } from '@ngopi/shared/invitations'
import { sessionsApi } from '@ngopi/shared/sessions'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, ProblemError } from '../../test/client.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { type MadeJournalist, World } from '../../test/world.ts'

let server: TestServer
let world: World
let guests: MadeJournalist[]

beforeAll(async () => {
  server = await startServer()
  world = await World.open(server)
  guests = await world.journalists(5)
})
afterAll(() => server.close())

const guest = fc.nat(4)
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.constant('answer' as const),
      guest,
      answer: fc.constantFrom('attending' as const, 'maybe' as const, 'declined' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('revoke' as const), guest }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('invite' as const), guest }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('resize' as const),
      capacity: fc.option(fc.integer({ min: 1, max: 4 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('move' as const),
      venue: fc.constantFrom('Aula A', 'Aula B'),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

async function take(
  step: Step,
  { sessionId, ids }: { sessionId: string; ids: string[] },
): Promise<void> {
  const { app } = server
  switch (step.act) {
    case 'answer':
      await world.answer(ids[step.guest] ?? '', step.answer)
      return
    case 'revoke':
      await call(
        app,
        invitationsApi.revoke,
        { params: { id: ids[step.guest] ?? '' } },
        world.asOfficer,
      )
      return
    case 'invite': {
      const journalist = guests[step.guest]
      await world.invite(sessionId, journalist ? [journalist] : [])
      return
    }
    default: {
      const { version } = await world.getSession(sessionId)
      const { act: _, ...change } = step
      const body = { version, ...change }
      await call(app, sessionsApi.update, { params: { id: sessionId }, body }, world.asOfficer)
    }
  }
}

interface Kept {
  answer: string
  holds_seat: boolean
  steps: { from: string; to: string }[]
}

async function check(sessionId: string): Promise<void> {
  const { seatsTaken, capacity } = await world.getSession(sessionId)
  const { rows } = await server.make.pool.query<Kept>(
    `select i.answer, i.holds_seat, coalesce((select json_agg(json_build_object('from', r.from_answer, 'to', r.to_answer) order by r.id)
              from responses r where r.invitation_id = i.id), '[]') as steps
       from invitations i where i.session_id = $1`,
    [sessionId],
  )
  expect(rows.filter((row) => row.holds_seat)).toHaveLength(seatsTaken)
  if (capacity !== null) expect(seatsTaken).toBeLessThanOrEqual(capacity)
  const seatFree = capacity === null || seatsTaken < capacity
  if (seatFree) expect(rows.filter((row) => row.answer === 'waitlisted')).toEqual([])
  for (const { answer, steps } of rows) {
    expect(steps.map(({ from }) => from)).toEqual(
      ['none', ...steps.map(({ to }) => to)].slice(0, -1),
    )
    expect(steps.at(-1)?.to ?? 'none').toBe(answer)
  }
}

test('whatever happens in whatever order, and two things at a time: seats, queue and history stay right', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(step, step), { minLength: 4, maxLength: 12 }),
      async (pairs) => {
        const session = await world.session({ capacity: 2 })
        const ids = await world.invite(session.id, guests)
        for (const pair of pairs) {
          const outcomes = await Promise.allSettled(
            pair.map((one) => take(one, { sessionId: session.id, ids })),
          )
          for (const outcome of outcomes) {
            // Refused as it should be: a revoked guest, fewer seats than taken, a change seen too late.
            const refused = outcome.status === 'rejected' && outcome.reason
            if (refused)
              expect(refused instanceof ProblemError && refused.problem.code).toMatch(
                /^(not_found|full|stale)$/,
              )
          }
        }
        await check(session.id)
      },
    ),
    { numRuns: 25 },
  )
}, 120_000)
