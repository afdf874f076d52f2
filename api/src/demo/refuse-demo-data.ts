import { type Database, prepared } from '../platform/database.ts'
import { StartError } from '../platform/start-error.ts'
import { demoAccounts } from './accounts.ts'

/**
 * Throws a StartError where the data was made by the demo: its passwords are published, and would open a real
 * installation. The addresses tell, which nobody can change and nobody can own (`.example`).
 */
export async function refuseDemoData(
  database: Database,
  { databaseUrl, dataDir }: { databaseUrl: string | undefined; dataDir: string },
): Promise<void> {
  const [found] = await database.lookup((db) =>
    prepared<{ email: string }>(
      db,
      {
        name: 'demo_account',
        text: 'select email from unnest($1::text[]) email where exists (select from find_account(email)) limit 1',
      },
      [demoAccounts.map(({ email }) => email)],
    ),
  )
  if (!found) return
  const [venue, another] =
    databaseUrl === undefined
      ? [
          `The data in ${dataDir}`,
          'give an installation of your own another folder: DATA_DIR=… npm start',
        ]
      : ['The database of DATABASE_URL', 'give an installation of your own another, empty database']
  throw new StartError(
    `${venue} was made by the demo, whose passwords everybody knows (${found.email}).\n` +
      `Go on with the demo: npm run demo. Or ${another}.`,
  )
}
