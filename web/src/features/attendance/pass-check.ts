import type { Attendance } from '@ngopi/shared/attendance'
import { invitationIn } from './pass.ts'

/** Bytes of the digest that the list carries. */
const digestLength = 16

/**
 * The first 16 bytes of the SHA-256 of a pass, base64url, as the list carries it. Undefined where
 * the browser does not compute it: on plain http addresses other than this machine.
 */
export const digestOf = async (pass: string): Promise<string | undefined> => {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (!subtle) return undefined
  const hash = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(pass)))
  return btoa(String.fromCharCode(...hash.subarray(0, digestLength)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/**
 * What a device can tell of a pass by itself: `genuine` admits at once; `doubtful` names a guest of
 * the list, but is an old pass or a forged one; of `unverified` and `unknown` only the server can tell.
 */
export type PassVerdict =
  | { readonly kind: 'genuine' | 'doubtful' | 'unverified'; readonly row: Attendance }
  | { readonly kind: 'unknown' }

/** Holds a pass against the list. `digest` is that of the pass. */
export const checkPass = (
  rows: readonly Attendance[],
  { pass, digest }: { pass: string; digest: string | undefined },
): PassVerdict => {
  const id = invitationIn(pass)
  const row = rows.find(({ invitationId }) => invitationId !== null && invitationId === id)
  if (!row) return { kind: 'unknown' }
  if (digest === undefined || row.passDigest === undefined) return { kind: 'unverified', row }
  return { kind: digest === row.passDigest ? 'genuine' : 'doubtful', row }
}
