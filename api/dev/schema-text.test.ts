import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase } from '../test/database.ts'
import { schemaDir } from './schema-dir.ts'
import { schemaTexts } from './schema-text.ts'

let owner: pg.Client
let drop: () => Promise<void>

beforeAll(async () => {
  const clone = await cloneDatabase()
  drop = clone.drop
  // Neither the zone nor the language of whoever asks may show.
  owner = new pg.Client({
    connectionString: clone.url,
    options: '-c timezone=Asia/Jayapura -c datestyle=german -c quote_all_identifiers=on',
  })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await drop()
})

test('docs/schema holds what the migrations make; otherwise `npm run schema` writes it anew', async () => {
  const made = await schemaTexts(owner)
  expect((await readdir(schemaDir)).sort()).toEqual([...made.keys()].sort())
  for (const [file, text] of made)
    expect(await readFile(join(schemaDir, file), 'utf8'), `docs/schema/${file}`).toBe(text)
})

test('shows a column, a right and a policy that are new', async () => {
  await owner.query('begin')
  await owner.query(`alter table offices add column motto text default 'ada';
    grant select (motto) on offices to ngopi_app;
    create policy of_the_motto on offices for select to ngopi_app using (motto is null)`)
  const text = (await schemaTexts(owner)).get('offices.sql') ?? ''
  await owner.query('rollback')
  expect(text).toMatch(/^ {2}motto +text +DEFAULT 'ada'::text,$/m)
  expect(text).toMatch(/^GRANT SELECT \([^)]*motto\) ON offices TO ngopi_app;$/m)
  expect(text).toContain('CREATE POLICY of_the_motto ON offices FOR SELECT TO ngopi_app\n  USING (')
})
