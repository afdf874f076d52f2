import { randomBytes } from 'node:crypto'
import fastifyJwt from '@fastify/jwt'
import Fastify from 'fastify'
import pg from 'pg'
import { personalToken } from '../src/invitations/personal-link.ts'
import { registerAuth, signAccessToken } from '../src/platform/auth.ts'
import { freePort } from '../src/platform/free-port.ts'
import { deriveKeys, type Keys } from '../src/platform/keys.ts'
import { migrate } from '../src/platform/migrate.ts'
import { inviteGuests } from './invite.ts'
import { amounts, type Loaded, loadPartners } from './load.ts'
import { type Load, measure, medianOf, quantile, type Round } from './measure.ts'
import { type Scenario, scenariosOf } from './scenarios.ts'
import { type SpawnedServer, spawnServer } from './spawn-server.ts'
import { printTable } from './table.ts'

/** Seconds of the warm-up of each server before each kind of request. */
const warmUp = 3

export interface Comparison {
  ours: Round
  bare: Round
  /** The median of what the pairs of rounds gave. */
  ratio: number
  /** Between which the middle half of the pairs lies. */
  spread: [from: number, to: number]
  pairs: number
  target: number
}

interface Rival {
  server: SpawnedServer
  token: string
}

/**
 * Measures our server as `npm start` runs it against the bare one on the same data, in pairs of short rounds right after
 * each other: whatever else a machine does at that time weighs on both alike, and a pair that it spoilt moves no median.
 */
export async function compareServers(
  ownerUrl: string,
  { only, seconds, pairs }: { only: string[] | undefined; seconds: number; pairs: number },
): Promise<void> {
  const secret = randomBytes(32).toString('base64url')
  const keys = deriveKeys([secret])
  await migrate(ownerUrl, {
    log: { info: () => undefined, warn: console.warn, error: console.error },
  })
  console.log(
    `Loading ${amounts.journalists} journalists of ${amounts.outlets} outlets in ${amounts.offices} offices …`,
  )
  const loaded = await loadPartners(ownerUrl)
  const pool = new pg.Pool({
    connectionString: ownerUrl,
    max: 1,
    options: '-c session_replication_role=replica',
  })
  const officeId = loaded.officeIds[0] ?? ''
  const userId = loaded.officerIds[0] ?? ''
  await inviteGuests(pool, officeId)
  const env = { DATABASE_URL: ownerUrl, SECRET_KEY: secret, LOG_LEVEL: 'info', DATA_DIR: '' }
  const spawned: SpawnedServer[] = []
  const start = async (file: string, flags: string[] = []): Promise<SpawnedServer> => {
    const port = await freePort('127.0.0.1', 0)
    const server = await spawnServer(new URL(file, import.meta.url), { port, flags, env })
    spawned.push(server)
    return server
  }
  const tokenOf = (invitationId: string) => personalToken(keys.personalLink, invitationId, 1)
  try {
    const ours = await start('../src/main.ts', ['--no-build'])
    const bare = await start('./bare-server.ts')
    const results: Partial<Record<Scenario['name'], Comparison>> = {}
    for (const scenario of scenariosOf(pool, { officeId, userId, tokenOf })) {
      if (only && !only.includes(scenario.name)) continue
      const tokens = await signTokens(loaded, { keys, secret })
      const compared = await compare(
        scenario,
        { ours: { server: ours, token: tokens.ours }, bare: { server: bare, token: tokens.bare } },
        { seconds, pairs },
      )
      results[scenario.name] = compared
      const [from, to] = compared.spread.map((ratio) => ratio.toFixed(2))
      console.log(
        `${scenario.name}: ${compared.ratio.toFixed(2)} of the bare server (${from} to ${to})`,
      )
    }
    printTable(results)
  } finally {
    await Promise.all(spawned.map((server) => server.stop()))
    await pool.end()
  }
}

async function compare(
  scenario: Scenario,
  rivals: Record<'ours' | 'bare', Rival>,
  { seconds, pairs }: { seconds: number; pairs: number },
): Promise<Comparison> {
  const run = async ({ server, token }: Rival, duration: number): Promise<Round> => {
    const load: Load = {
      url: server.url,
      headers: { authorization: `Bearer ${token}` },
      requests: await scenario.prepare(),
      duration,
    }
    return measure(load)
  }
  const sides = ['ours', 'bare'] as const
  for (const side of sides) await run(rivals[side], warmUp)
  const measured: Record<'ours' | 'bare', Round[]> = { ours: [], bare: [] }
  for (let pair = 0; pair < pairs; pair++) {
    // Who goes first changes, so that neither has the machine cooler or the tables tidier.
    for (const side of pair % 2 === 0
      ? sides
      : ([...sides].reverse() as typeof sides | ['bare', 'ours'])) {
      measured[side].push(await run(rivals[side], seconds))
    }
  }
  const ratios = measured.ours.map(({ rps }, pair) => rps / (measured.bare[pair]?.rps ?? rps))
  return {
    ours: medianOf(measured.ours),
    bare: medianOf(measured.bare),
    ratio: quantile(ratios, 0.5),
    spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    pairs,
    target: scenario.target,
  }
}

/** Signed afresh for each kind of request: an access token does not outlive a long bench. */
async function signTokens(
  { officeIds, officerIds }: Loaded,
  { keys, secret }: { keys: Keys; secret: string },
): Promise<{ ours: string; bare: string }> {
  const signer = Fastify()
  await registerAuth(signer, { keys, access: { find: async () => undefined } })
  await signer.ready()
  const bareSigner = Fastify()
  await bareSigner.register(fastifyJwt, { secret })
  await bareSigner.ready()
  return {
    ours: signAccessToken(signer, officerIds[0] ?? ''),
    bare: bareSigner.jwt.sign({ sub: officerIds[0] ?? '', office: officeIds[0] ?? '' }),
  }
}
