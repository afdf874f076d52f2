import { Sealing } from '../src/platform/sealing.ts'
import type { TestServer } from './server.ts'

/** A text as it stands in the database, readable again. */
export const readable = (server: TestServer, stored: string): string =>
  new Sealing(server.deps.keys.storedText).open(stored) ?? ''
