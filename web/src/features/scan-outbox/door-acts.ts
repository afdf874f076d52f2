import type { attendanceApi } from '@ngopi/shared/attendance'
import type { z } from 'zod'

type ScanBody = z.input<typeof attendanceApi.scan.schema.body>
export type Scan = ScanBody['scans'][number]

/**
 * One act at the door. `waiting` until the server has answered for it; `refused` when the server
 * will never take it. Its nonce stays the same however often it is sent.
 */
export interface DoorAct {
  readonly scan: Scan
  readonly state: 'waiting' | 'sent' | 'refused'
  /** The guest it concerns, as far as the device knows. */
  readonly name: string
  /** Why the server refused it, in the words it gave. */
  readonly refusal?: string
  /** A pass that the device doubts: nobody is shown as inside before the server says so. */
  readonly doubtful?: boolean
  /** The guest who did not come, for whom somebody else did; the list soon names them no more. */
  readonly inPlaceOf?: string
  /** What the server made of it, to find the guest by whom no invitation names. */
  readonly attendanceId?: string
}

/** Acts kept after they were sent, so that they can still be taken back by their nonce. */
const kept = 500

export const append = (acts: readonly DoorAct[], act: DoorAct): readonly DoorAct[] => [...acts, act]

/** The server has it now: a number is kept nowhere it is not needed. */
export const withoutNumber = ({ scan, ...act }: DoorAct): DoorAct => {
  const { walkIn, substitute, ...rest } = scan
  return {
    ...act,
    scan: {
      ...rest,
      ...(walkIn && { walkIn: { ...walkIn, phone: null } }),
      ...(substitute && { substitute: { ...substitute, phone: null } }),
    },
  }
}

/** After an answer of the server: these acts are done (or refused) and wait no more. */
export const settle = (
  acts: readonly DoorAct[],
  nonces: ReadonlySet<string>,
  state: Pick<DoorAct, 'state' | 'refusal'>,
  attendanceIds: ReadonlyMap<string, string> = new Map(),
): readonly DoorAct[] => {
  const settled = (act: DoorAct): DoorAct => {
    const attendanceId = attendanceIds.get(act.scan.nonce)
    return {
      ...withoutNumber(act),
      ...state,
      ...(attendanceId === undefined ? {} : { attendanceId }),
    }
  }
  const next = acts.map((act) =>
    act.state === 'waiting' && nonces.has(act.scan.nonce) ? settled(act) : act,
  )
  const surplus = Math.max(0, next.filter((act) => act.state === 'sent').length - kept)
  let dropped = 0
  return next.filter((act) => act.state !== 'sent' || ++dropped > surplus)
}

export const waiting = (acts: readonly DoorAct[]): readonly DoorAct[] =>
  acts.filter((act) => act.state === 'waiting')
