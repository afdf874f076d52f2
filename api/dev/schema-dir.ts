import { join } from 'node:path'

/** Where the present schema can be read. */
export const schemaDir = join(import.meta.dirname, '../../docs/schema')
