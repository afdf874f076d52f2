import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { howMany } from '../../test/how-many.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { type MadeJournalist, World } from '../../test/world.ts'
import { inviteOrRenew } from '../invitations/invite-or-renew-commands.ts'
import { lockOwnInvitation } from '../invitations/lock-commands.ts'
import { AppError } from '../platform/app-error.ts'
import { databaseFailure } from '../platform/database-errors.ts'
import { newId } from '../platform/ids.ts'
import { lockSession } from '../sessions/session-lock-queries.ts'
import { answerOnBehalf, revokeInvitation } from './commands.ts'
import { fillFreeSeats } from './seat-commands.ts'
import { sessionGuests } from './session-guests.ts'
import { substituteGuest, undoSubstitution } from './substitution-commands.ts'

/** So many stand for the guests of a session; half of them are invited at first, the others may come instead. */
const people = 10
const invitedAtFirst = 6

const who = fc.nat(people - 1)
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.constant('answer' as const),
      who,
      answer: fc.constantFrom(
        'attending' as const,
        'attending' as const,
        'maybe' as const,
        'declined' as const,
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant('substitute' as const), who, other: who }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('swapBack' as const), who }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('revoke' as const), who }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('invite' as const), who }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('expire' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('move' as const), asksAgain: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('resize' as const),
      capacity: fc.option(fc.integer({ min: 0, max: 40 })),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const capacity = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 1, arbitrary: fc.integer({ min: 5, max: 40 }) },
  { weight: 1, arbitrary: fc.constant(null) },
)

interface Story {
  policy: 'promote' | 'offer'
  capacity: number | null
  steps: Step[]
}
const stories = (limit: number) =>
  fc.record({
    policy: fc.constantFrom('promote' as const, 'offer' as const),
    capacity,
    steps: fc.array(step, { minLength: 4, maxLength: limit }),
  })

let server: TestServer
const worlds = new Map<Story['policy'], { world: World; guests: MadeJournalist[] }>()

beforeAll(async () => {
  server = await startServer({ poolSize: 8 })
  for (const policy of ['promote', 'offer'] as const) {
    const world = await World.open(server)
    await server.make.pool.query('update offices set seat_policy = $2 where id = $1', [
      world.officer.officeId,
      policy,
    ])
    worlds.set(policy, { world, guests: await world.journalists(people) })
  }
})
afterAll(() => server.close())

/** One session told by a story. */
class Telling {
  private constructor(
    readonly sessionId: string,
    private readonly officeId: string,
    private readonly userId: string,
    private readonly guests: readonly MadeJournalist[],
  ) {}

  static async begin({ policy, capacity }: Story): Promise<Telling> {
    const { world, guests } = worlds.get(policy) ?? {}
    if (!world || !guests) throw new Error(`no office with the policy ${policy}`)
    const { id, officeId } = world.officer
    const { rows } = await server.make.pool.query<{ id: string }>(
      `with s as (
         insert into sessions (office_id, title, starts_at, ends_at, time_zone, venue, capacity, status)
         values ($1, 'Ngopi', now() + interval '7 days', now() + interval '170 hours', 'Asia/Jakarta', 'Aula', $2, 'published')
         returning id
       ), i as (
         insert into invitations (office_id, session_id, journalist_id, outlet_id)
         select $1, s.id, g.id, $4 from s, unnest($3::uuid[]) g(id)
       ) select id from s`,
      [
        officeId,
        capacity,
        guests.slice(0, invitedAtFirst).map((guest) => guest.id),
        guests[0]?.outletId,
      ],
    )
    return new Telling(rows[0]?.id ?? '', officeId, id, guests)
  }

  readonly #invitations = new Map<number, string>()

  /** The invitation of a person to this session, one and the same for ever; a random id while there is none. */
  async #invitation(of: number): Promise<string> {
    const known = this.#invitations.get(of)
    if (known) return known
    const id = await this.#findInvitation(of)
    if (!id) return newId()
    this.#invitations.set(of, id)
    return id
  }

  async #findInvitation(of: number): Promise<string | undefined> {
    const { rows } = await server.make.pool.query<{ id: string }>(
      'select id from invitations where session_id = $1 and journalist_id = $2',
      [this.sessionId, this.guests[of]?.id],
    )
    return rows[0]?.id
  }

  /** Does one thing in a transaction of its own, as the product would; a refusal is no failure. */
  async play(step: Step): Promise<void> {
    const { deps } = server
    const { officeId, sessionId, userId } = this
    const by = { kind: 'officer', userId } as const
    const id = 'who' in step ? await this.#invitation(step.who) : ''
    if (step.act === 'expire') {
      await server.make.pool.query(
        `update invitations set offer_expires_at = now() - interval '1 second' where session_id = $1 and answer = 'offered'`,
        [sessionId],
      )
    }
    const work = deps.database.write([officeId], `user:${userId}`, async (tx) => {
      switch (step.act) {
        case 'answer':
          return answerOnBehalf(tx, { id, userId, answer: step.answer })
        case 'substitute': {
          const locked = await lockOwnInvitation(tx, id)
          const journalistId = this.guests[step.other]?.id ?? ''
          return substituteGuest(tx, { locked, journalistId, by, notify: true })
        }
        case 'swapBack':
          return undoSubstitution(tx, { locked: await lockOwnInvitation(tx, id), by, notify: true })
        case 'revoke':
          return revokeInvitation(tx, { id, userId, notify: true })
        case 'invite': {
          await lockSession(tx, sessionId)
          const { id: journalistId = '', outletId = '' } = this.guests[step.who] ?? {}
          return inviteOrRenew(tx, { officeId, sessionId, journalistId, outletId })
        }
        case 'expire':
          await lockSession(tx, sessionId)
          return fillFreeSeats(tx, { officeId, sessionId })
        case 'move': {
          const { startsAt, endsAt, timeZone, venue } = await lockSession(tx, sessionId)
          const before = { startsAt, endsAt, timeZone, venue }
          return sessionGuests.moved(tx, {
            officeId,
            sessionId,
            before,
            asksAgain: step.asksAgain,
            otherDay: step.asksAgain,
          })
        }
        case 'resize':
          await lockSession(tx, sessionId)
          await tx.$client.query('update sessions set capacity = $2 where id = $1', [
            sessionId,
            step.capacity,
          ])
          return fillFreeSeats(tx, { officeId, sessionId })
      }
    })
    const error = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    // Refused as it should be; or fewer seats than taken, which the CHECK of the table forbids.
    const code = error instanceof AppError ? error.code : databaseFailure(error)?.constraint
    if (error && !/^(not_found|closed|duplicate|sessions_seats)$/.test(code ?? '')) throw error
  }

  async check(): Promise<void> {
    const { rows } = await server.make.pool.query<Stood>(
      `select i.id, i.answer, i.holds_seat, i.substitute_of, i.revoked_at is not null as revoked, s.capacity, s.seats_taken,
              coalesce((select json_agg(array[r.from_answer, r.to_answer] order by r.id)
                          from responses r where r.invitation_id = i.id), '[]') as steps
         from invitations i join sessions s on s.id = i.session_id where s.id = $1`,
      [this.sessionId],
    )
    const { capacity = null, seats_taken: taken = 0 } = rows[0] ?? {}
    const seated = rows.filter((row) => row.holds_seat)
    expect(seated, 'seats taken are held').toHaveLength(taken)
    if (capacity !== null) expect(taken, 'within the capacity').toBeLessThanOrEqual(capacity)
    if (capacity === null || taken < capacity)
      expect(rows.filter((row) => row.answer === 'waitlisted')).toEqual([])
    for (const { id, answer, steps, revoked } of rows) {
      expect(
        steps.map(([from]) => from),
        'the history is a chain',
      ).toEqual(['none', ...steps.map(([, to]) => to)].slice(0, -1))
      expect(steps.at(-1)?.[1] ?? 'none').toBe(answer)
      if (revoked) expect(answer).toBe('none')
      if (answer !== 'substituted') continue
      const substitutes = rows.filter((row) => row.substitute_of === id && !row.revoked)
      expect(substitutes.length, 'one at most stands for a guest').toBeLessThanOrEqual(1)
    }
  }
}

interface Stood {
  id: string
  answer: string
  holds_seat: boolean
  substitute_of: string | null
  revoked: boolean
  capacity: number | null
  seats_taken: number
  steps: [string, string][]
}

const sideBySide = 8

let shown = 0
/** As the housekeeping of the database would: what was planned for empty tables is planned anew as they fill. */
async function runHousekeeping(): Promise<void> {
  shown += 1
  if (shown % 15 === 1)
    await server.make.pool.query('analyze sessions, invitations, responses, deliveries, activity')
}

test('stories of one thing after another: seats, queue, offers, substitutes and history stay right', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(stories(8), { minLength: sideBySide, maxLength: sideBySide }),
      async (several) => {
        await runHousekeeping()
        await Promise.all(
          several.map(async (story) => {
            const telling = await Telling.begin(story)
            for (const step of story.steps) await telling.play(step)
            await telling.check()
          }),
        )
      },
    ),
    { numRuns: howMany(400, 2_000) / sideBySide },
  )
})

test('the same from 8 connections at once', async () => {
  await fc.assert(
    fc.asyncProperty(stories(24), async (story) => {
      await runHousekeeping()
      const telling = await Telling.begin(story)
      const queue = [...story.steps]
      const one = async () => {
        for (let step = queue.shift(); step; step = queue.shift()) await telling.play(step)
      }
      await Promise.all(Array.from({ length: sideBySide }, one))
      await telling.check()
    }),
    { numRuns: howMany(60, 2_000) },
  )
})
