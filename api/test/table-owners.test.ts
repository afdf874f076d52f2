import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '../src')

/** Every feature may read every table; these folders alone write them. `platform` is what no feature owns. */
const owners: Record<string, readonly string[]> = {
  accounts: ['logins', 'offices', 'office_logos', 'password_tokens', 'users'],
  partners: ['affiliations', 'journalists', 'outlets'],
  holidays: ['holidays'],
  sessions: ['sessions'],
  series: ['series'],
  'calendar-feeds': ['calendar_feeds'],
  invitations: ['invitations'],
  letters: ['session_letters'],
  templates: ['message_templates'],
  messaging: ['deliveries'],
  whatsapp: ['whatsapp_messages', 'whatsapp_queue'],
  rsvp: ['representations', 'responses'],
  reminders: ['reminder_steps'],
  attendance: ['attendances', 'scans'],
  commitments: ['commitments'],
  questions: ['questions'],
  materials: ['materials'],
  minutes: ['minutes', 'minutes_versions'],
  papers: ['papers'],
  coverage: ['coverage', 'reviews'],
  segments: ['segment_uses', 'segments'],
  closing: ['session_closings'],
  platform: ['mails'],
}

/** Who writes to a table of others, and why it is not left to them. */
const exceptions: Record<string, string> = {
  'attendance → affiliations': 'a walk-in is recorded with the outlet they name',
  'attendance → journalists': 'a walk-in becomes a partner who is not confirmed yet',
  'guest-page → journalists': 'a guest opts out of invitations, or in again',
  'jobs → mails': 'an admin sends again, or stops, what was given up',
  'jobs → whatsapp_messages': 'an admin sends again, or stops, what was given up',
  'messaging → journalists': 'an address that refuses mail is marked',
  'outbox → mails': 'what became of a mail that was queued',
  'reminders → whatsapp_queue': 'a guest reached otherwise waits no longer',
  'rsvp → affiliations': 'a person named by a guest is recorded with the outlet they stand for',
  'rsvp → invitations': 'an answer moves answer, seat and queue of the invitation in one statement',
  'rsvp → journalists': 'a person named by a guest becomes a partner who is not confirmed yet',
  'rsvp → sessions': 'seats move in the statement that grants or frees them',
  'sending → deliveries': 'a person marks, or takes back, that a message was sent',
  'series → sessions': 'a rule makes its sessions and follows them',
  'whatsapp → deliveries': 'a message that leaves by WhatsApp is a delivery',
  'whatsapp → journalists': 'a number that does not work is marked',
}

const ownerOf = new Map(
  Object.entries(owners).flatMap(([owner, tables]) => tables.map((table) => [table, owner])),
)

const inSql =
  /\b(?:insert into|delete from)\s+(\w+)|\bupdate\s+(\w+)\s+(?:as\s+)?(?:\w+\s+)?set\b/gi
const inDrizzle = /\.(?:insert|update|delete)\((\w+)\)/g

/** Tables written to in a text; drizzle's are known by the names they are declared under. */
function writtenIn(text: string, declared: ReadonlyMap<string, string>): string[] {
  return [
    ...[...text.matchAll(inSql)].map(([, one, other]) => (one ?? other ?? '').toLowerCase()),
    ...[...text.matchAll(inDrizzle)].map(([, name]) => declared.get(name ?? '') ?? ''),
  ].filter((table) => ownerOf.has(table))
}

async function declaredTables(files: readonly string[]): Promise<Map<string, string>> {
  const modules = await Promise.all(
    files
      .filter((file) => /(^|\/)([a-z-]+-)?tables\.ts$|platform\/mail\.ts$/.test(file))
      .map((file) => import(join(source, file)) as Promise<Record<string, unknown>>),
  )
  return new Map(
    modules
      .flatMap((module) => Object.entries(module))
      .filter((entry): entry is [string, PgTable] => is(entry[1], PgTable))
      .map(([name, table]) => [name, getTableConfig(table).name]),
  )
}

test('a table is written by the feature that owns it, and by others only for a reason', async () => {
  const files = (await readdir(source, { recursive: true })).filter((file) =>
    /^(?!demo\/).*(?<!\.(test|fixture))\.tsx?$/.test(file),
  )
  const declared = await declaredTables(files)
  const strangers = new Set<string>()
  const written = new Set<string>()
  for (const file of files) {
    const [feature = ''] = file.split('/')
    for (const table of writtenIn(await readFile(join(source, file), 'utf8'), declared)) {
      written.add(table)
      if (ownerOf.get(table) !== feature) strangers.add(`${feature} → ${table}`)
    }
  }
  expect([...strangers].sort()).toEqual(Object.keys(exceptions).sort())
  // Or nothing was looked at.
  expect(written.size).toBeGreaterThan(30)
})

test('every table has an owner, but for what only triggers and functions write', async () => {
  const tables = (await readdir(join(source, '../../docs/schema'))).map((file) =>
    file.replace('.sql', ''),
  )
  const byFunctions = [
    'activity',
    'functions',
    'idempotency_keys',
    'rate_counters',
    'session_events',
    'session_feeds',
  ]
  expect(tables.sort()).toEqual([...ownerOf.keys(), ...byFunctions].sort())
})

test.each([
  ['insert into outlets (id) values ($1)', ['outlets']],
  ['UPDATE sessions AS s SET title = $1', ['sessions']],
  ['update sessions s set title = $1', ['sessions']],
  ['select * from outlets for update of outlets', []],
  ['await tx.delete(people).where(eq(people.id, id))', ['journalists']],
])('knows a write: %s', (text, tables) => {
  expect(writtenIn(text, new Map([['people', 'journalists']]))).toEqual(tables)
})
