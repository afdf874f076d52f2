import { deflateRawSync } from 'node:zlib'

/** Bytes of entropy that a secret must hold. */
const leastBytes = 32

/** Prints a secret of the wanted strength; shown wherever one is refused. */
export const howToMakeASecret = `node -e "console.log(require('crypto').randomBytes(32).toString('base64url'))"`

/** The most that so many characters can hold: four bits each in hexadecimal digits, else six as in base64. */
function mostBytes(secret: string): number {
  const bits = /^[0-9a-f]+$/i.test(secret) ? 4 : 6
  return Math.floor((secret.length * bits) / 8)
}

/** Bytes of the shortest description that a compressor finds, of the characters and of the steps between them. */
function describedIn(secret: string): number {
  const codes = Buffer.from(secret)
  const steps = codes.map((code, i) => code - (codes[i - 1] ?? 0))
  return Math.min(...[codes, steps].map((bytes) => deflateRawSync(bytes, { level: 9 }).length))
}

/**
 * Whether a secret may hold 32 random bytes: long enough, of many different characters, without repetition or sequence.
 * Nothing tells a random text from one that a person thought up; this refuses what cannot be random.
 */
export const isStrongSecret = (secret: string): boolean =>
  mostBytes(secret) >= leastBytes && new Set(secret).size >= 10 && describedIn(secret) >= leastBytes
