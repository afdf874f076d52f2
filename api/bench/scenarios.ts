import { randomBytes } from 'node:crypto'
import type { Request } from 'autocannon'
import type pg from 'pg'
import { hashOfFeedToken } from '../src/calendar-feeds/commands.ts'

/** One kind of request that is measured; `prepare` puts the data back before each round. */
export interface Scenario {
  name: 'list' | 'search' | 'patch' | 'answer' | 'feed'
  /** The least share of the bare server's requests per second that counts as good. */
  target: number
  prepare(): Promise<Request[]>
}

/** What people type: parts of names that are there. */
const questions = [
  'santoso',
  'budi',
  'wijaya',
  'sri wah',
  'nugroho',
  'pratama',
  'siti',
  'hidayat',
  'ramadhan',
  'dewi lestari',
]

const listScenario: Scenario = {
  name: 'list',
  target: 0.6,
  prepare: async () => [{ method: 'GET', path: '/api/journalists?limit=25&sort=name' }],
}

const searchScenario: Scenario = {
  name: 'search',
  target: 0.6,
  prepare: async () =>
    questions.map((q) => ({ method: 'GET', path: `/api/journalists?q=${encodeURIComponent(q)}` })),
}

/**
 * Changes people of one office, never one of them by two requests at once, each with the version it has. Each round takes
 * another quarter of them: a request that the end of the round before cut off may still be on its way.
 */
function patchScenario(pool: pg.Pool, officeId: string): Scenario {
  let quarter = 0
  return {
    name: 'patch',
    target: 0.4,
    prepare: async () => {
      const { rows: free } = await pool.query<{ id: string; version: number }>(
        `select id, version from (
           select *, row_number() over (order by id) as n from journalists where office_id = $1) j
          where n % 4 = $2 order by random()`,
        [officeId, quarter++ % 4],
      )
      let count = 0
      return [
        {
          method: 'PATCH',
          headers: { 'content-type': 'application/json' },
          setupRequest: (request, context) => {
            const next = free.shift()
            if (!next) throw new Error('every journalist is being changed')
            context.next = next
            const body = JSON.stringify({ version: next.version, notes: `Catatan ${++count}` })
            return { ...request, path: `/api/journalists/${next.id}`, body }
          },
          onResponse: (_status, body, context) => {
            const { id } = context.next as { id: string }
            free.push({ id, version: (JSON.parse(body) as { version: number }).version })
          },
        },
      ]
    },
  }
}

/** Guests of many sessions with room for all answer for the first time; no round sees a guest again. */
function answerScenario(pool: pg.Pool, tokenOf: (invitationId: string) => string): Scenario {
  let silent: string[] | undefined
  return {
    name: 'answer',
    target: 0.35,
    prepare: async () => {
      silent ??= await shuffledGuests(pool)
      const guests = silent
      return [
        {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: 'answer=attending',
          setupRequest: (request) => {
            const guest = guests.pop()
            if (!guest) throw new Error('every guest has answered; invite more')
            return { ...request, path: `/u/${tokenOf(guest)}/response` }
          },
        },
      ]
    },
  }
}

/**
 * A calendar of 2,000 sessions, read anew each time, beside the bare query: it reads the same rows and writes
 * nothing of them.
 */
function feedScenario(pool: pg.Pool, { officeId, userId }: Feeding): Scenario {
  let path: string | undefined
  return {
    name: 'feed',
    target: 1 / 3,
    prepare: async () => {
      path ??= await subscribe(pool, { officeId, userId })
      return [{ method: 'GET', path }]
    },
  }
}

interface Feeding {
  officeId: string
  userId: string
}

/** Gives the sessions the words that real ones have, and answers the path of a subscription to them. */
async function subscribe(pool: pg.Pool, { officeId, userId }: Feeding): Promise<string> {
  await pool.query(
    `update sessions set version = version + 1, map_url = 'https://maps.example/?q=-6.89,109.38',
            description = 'Bincang santai bersama wartawan tentang layanan publik, anggaran, dan kegiatan pekan ini.',
            entry_note = 'Masuk lewat gerbang timur, tunjukkan kartu pers.'
      where office_id = $1`,
    [officeId],
  )
  await pool.query('vacuum analyze sessions')
  const token = randomBytes(32).toString('base64url')
  await pool.query(
    'insert into calendar_feeds (office_id, user_id, token_hash, last_read_at) values ($1, $2, $3, now())',
    [officeId, userId, hashOfFeedToken(token)],
  )
  return `/calendar/${token}.ics`
}

async function shuffledGuests(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>('select id from invitations order by random()')
  return rows.map(({ id }) => id)
}

/** All that is measured, in order. `pool` works past triggers, as the owner. */
export const scenariosOf = (
  pool: pg.Pool,
  {
    officeId,
    userId,
    tokenOf,
  }: { officeId: string; userId: string; tokenOf: (invitationId: string) => string },
): Scenario[] => [
  listScenario,
  searchScenario,
  patchScenario(pool, officeId),
  answerScenario(pool, tokenOf),
  feedScenario(pool, { officeId, userId }),
]
