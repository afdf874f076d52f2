import { attendanceApi } from '@ngopi/shared/attendance'
import type { Session } from '@ngopi/shared/sessions'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useLocale, useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { formatClock } from '../../lib/format-time.ts'
import { readAgain } from '../../lib/query.ts'
import { errorToast } from '../../ui/toast.tsx'
import type { ScanResult } from '../scan-outbox/send-scans.ts'
import { attendanceStrings } from './attendance.strings.ts'
import { deskStrings } from './desk.strings.ts'
import { type DoorGuest, endedOf } from './door-guest.ts'
import { give } from './door-signals.ts'
import { checkPass, digestOf } from './pass-check.ts'
import type { Substitute } from './substitute-dialog.tsx'
import type { useDoor } from './use-door.ts'
import type { WalkIn } from './walk-in-dialog.tsx'

/** What the desk does, and what it says of it. `onDone` is called when the next guest may come. */
export const useDesk = (
  session: Pick<Session, 'id' | 'capacity' | 'timeZone'>,
  { door, onDone }: { door: ReturnType<typeof useDoor>; onDone: () => void },
) => {
  const t = useT(attendanceStrings)
  const desk = useT(deskStrings)
  const locale = useLocale()
  const cache = useQueryClient()
  const [notice, setNotice] = useState('')
  const [last, setLast] = useState<{ message: string; nonce: string; name: string }>()
  const forget = useCallback(() => setLast(undefined), [])
  const { timeZone } = session
  const clock = useCallback((at: string) => formatClock(at, timeZone, locale), [timeZone, locale])

  const entered = (name: string, nonce: string) => {
    const now = door.guests.filter((guest) => guest.present).length + 1
    const over = session.capacity !== null && now > session.capacity
    const message = over
      ? t('door.overCapacity', { name, present: now, total: session.capacity ?? 0 })
      : t('door.admittedName', { name, time: clock(new Date().toISOString()) })
    setNotice('')
    setLast({ message, nonce, name })
    give('admitted')
    onDone()
  }
  const refuse = (message: string) => {
    setNotice(message)
    setLast(undefined)
    give('refused')
  }
  const already = (name: string, arrivedAt: string | null) =>
    refuse(
      arrivedAt === null
        ? t('door.pass.already', { name })
        : desk('alreadySince', { name, time: clock(arrivedAt) }),
    )
  /** What the server said, where it could be asked. */
  const announce = (result: ScanResult, { name, nonce }: { name: string; nonce: string }) => {
    const who = result.attendance?.journalist.fullName ?? name
    const why = result.attendance && endedOf(result.attendance)
    if (result.outcome === 'revoked' && why) return refuse(desk('ended', { name: who, why }))
    if (result.outcome === 'admitted') entered(who, nonce)
    else if (result.outcome === 'already') already(who, result.attendance?.arrivedAt ?? null)
    else refuse(t(`door.pass.${result.outcome}`))
  }

  const takeBackScan = (nonce: string, name: string) => {
    door.record({ undo: nonce }, name)
    setLast(undefined)
    setNotice(t('door.undone', { name }))
    onDone()
  }
  /** Somebody else let this guest in; there is no scan of this device to refer to. */
  const unmark = async (invitationId: string, name: string) => {
    try {
      await call(attendanceApi.mark, {
        params: { id: session.id, invitationId },
        body: { status: 'unmarked' },
      })
      setNotice(t('door.undone', { name }))
    } catch (error) {
      void errorToast(error instanceof Error ? error : new Error(String(error)))
    }
    void readAgain(cache, 'sessions')
    onDone()
  }
  const checkAndEnter = async (pass: string) => {
    const verdict = checkPass(door.rows, { pass, digest: await digestOf(pass) })
    const id = verdict.kind === 'unknown' ? undefined : verdict.row.invitationId
    const guest = id && door.guests.find(({ invitationId }) => invitationId === id)
    const name = guest ? guest.name : t('door.someone')
    if (verdict.kind === 'genuine' && guest) {
      if (guest.present) return already(name, guest.arrivedAt)
      // Let in by the list of this device; the server may know better since.
      const hear = (result: ScanResult | undefined) => {
        if (result && result.outcome !== 'admitted') announce(result, { name, nonce })
      }
      const nonce = door.record({ pass, admitted: true }, name, { hear })
      return entered(name, nonce)
    }
    setNotice(t('door.passSending'))
    const doubtful = verdict.kind === 'doubtful'
    const hear = (result: ScanResult | undefined) => {
      if (result) announce(result, { name, nonce })
      else if (doubtful) refuse(desk('doubtful', { name }))
      else if (guest) setNotice(t('door.passKept'))
      else refuse(desk('unknownKept'))
    }
    const nonce = door.record({ pass }, name, { hear, doubtful })
  }

  return {
    clock,
    notice,
    refuse,
    /** The last guest let in, while it can be taken back in one tap. */
    last,
    forget,
    already,
    admit: (guest: DoorGuest) => {
      if (!guest.invitationId || guest.present) return
      const { name, invitationId } = guest
      const hear = (result: ScanResult | undefined) => {
        if (result?.outcome === 'revoked') announce(result, { name, nonce })
      }
      const nonce = door.record({ invitationId }, name, { hear })
      entered(name, nonce)
    },
    admitWalkIn: (walkIn: WalkIn) =>
      entered(walkIn.fullName, door.record({ walkIn }, walkIn.fullName)),
    admitSubstitute: (substitute: Substitute, absent: DoorGuest) =>
      entered(
        substitute.fullName,
        door.record({ substitute }, substitute.fullName, { inPlaceOf: absent.name }),
      ),
    enterPass: (pass: string) => void checkAndEnter(pass),
    takeBackScan,
    takeBack: (guest: DoorGuest) => {
      if (guest.nonce) takeBackScan(guest.nonce, guest.name)
      else if (guest.invitationId) void unmark(guest.invitationId, guest.name)
    },
  }
}
