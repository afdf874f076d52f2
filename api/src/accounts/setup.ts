import { randomInt, timingSafeEqual } from 'node:crypto'
import type { Database } from '../platform/database.ts'
import { anyOfficeExists } from './queries.ts'
import { hashOfToken } from './secret-tokens.ts'

/** Without 0, O, 1, I and L, which are read for one another. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

const triesPerCode = 5

interface OpenCode {
  hash: Buffer
  wrongTries: number
}

/** The code each process waits for, in its memory alone; beside the database it opens. */
const openCodes = new WeakMap<Database, OpenCode>()

const newCode = (): string =>
  Array.from({ length: 12 }, (_, i) => {
    const letter = letters.charAt(randomInt(letters.length))
    return i % 4 === 0 && i > 0 ? `-${letter}` : letter
  }).join('')

/** A code is typed from a screen: case and dashes do not matter. */
const hashOfCode = (code: string): Buffer =>
  hashOfToken(code.toUpperCase().replace(/[^0-9A-Z]/g, ''))

function replaceCode(database: Database): string {
  const code = newCode()
  openCodes.set(database, { hash: hashOfCode(code), wrongTries: 0 })
  return code
}

/** A one-time code for the first set-up, or undefined when there is an office already. A former code ends. */
export async function openSetupCode(database: Database): Promise<string | undefined> {
  return (await anyOfficeExists(database)) ? undefined : replaceCode(database)
}

/**
 * Whether a code is the open one. After five wrong ones it ends, and another is printed on the console, where
 * only whoever runs the server reads it.
 */
export function isSetupCode(
  database: Database,
  code: string,
  print: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
): boolean {
  const open = openCodes.get(database)
  if (!open) return false
  if (timingSafeEqual(open.hash, hashOfCode(code))) return true
  open.wrongTries += 1
  if (open.wrongTries >= triesPerCode) {
    print(`Kode penyiapan baru / new set-up code: ${replaceCode(database)}`)
  }
  return false
}

/** Ends the open code once it has been used. */
export const closeSetup = (database: Database): boolean => openCodes.delete(database)
