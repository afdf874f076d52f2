import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../src/embedded/start-embedded.ts'
import { migrate } from '../src/platform/migrate.ts'
import { schemaDir } from './schema-dir.ts'
import { schemaTexts } from './schema-text.ts'

// Writes docs/schema anew from a database that was migrated just now.

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const dataDir = join(tmpdir(), `ngopi-schema-${randomBytes(6).toString('hex')}`)
const postgres = await startEmbedded({ dataDir, durable: false, log: quiet })
try {
  await migrate(postgres.url, { log: quiet })
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  const texts = await schemaTexts(client)
  await client.end()
  await mkdir(schemaDir, { recursive: true })
  for (const file of await readdir(schemaDir)) if (!texts.has(file)) await rm(join(schemaDir, file))
  for (const [file, text] of texts) await writeFile(join(schemaDir, file), text)
  console.log(`${texts.size} files written to docs/schema`)
} finally {
  await postgres.stop(true)
  await rm(dataDir, { recursive: true, force: true })
}
