import type { Attendance } from '@ngopi/shared/attendance'
import { describe, expect, it } from 'vitest'
import { type OutboxScan, withOutcome } from '../scan-outbox/outbox-scans.ts'
import { doorCount } from './door-count.ts'
import { doorList, inside, selfReported, stillToCome } from './door-list.ts'
import { findGuests } from './find-guests.ts'
import { invitationIn, looksLikePass, passIn } from './pass.ts'

const idOf = (n: number) => `0199a0b2-0000-7000-8000-00000000000${n}`
const row = (n: number, name: string, more: Partial<Attendance> = {}): Attendance => ({
  id: null,
  status: 'unmarked',
  arrivedAt: null,
  source: null,
  invitationId: idOf(n),
  answer: 'attending',
  journalist: { id: idOf(n), fullName: name },
  outlet: { id: idOf(9), name: 'Radio Contoh' },
  phoneLast4: null,
  reason: null,
  selfReportedAt: null,
  flags: [],
  ...more,
})
const at = '2025-10-29T02:05:00.000Z'
const scan = (nonce: string, scan: object, state: OutboxScan['state'] = 'waiting'): OutboxScan => ({
  scan: { nonce, scannedAt: at, ...scan },
  state,
  name: 'Sari',
})
const rows = [row(1, 'Sari'), row(2, 'Budi Ágatha', { answer: 'declined', phoneLast4: '4471' })]

describe('doorList', () => {
  it('shows a guest inside before the server has heard of it', () => {
    const guests = doorList(rows, [scan('a', { invitationId: idOf(1) })])
    expect(inside(guests)).toMatchObject([{ name: 'Sari', arrivedAt: at, waiting: true }])
    expect(stillToCome(guests).map((guest) => guest.name)).toEqual(['Budi Ágatha'])
  })

  it('takes an admission back, even one the server knows', () => {
    const entries = [scan('a', { invitationId: idOf(1) }, 'sent'), scan('b', { undo: 'a' })]
    const present = [row(1, 'Sari', { status: 'present', arrivedAt: at })]
    expect(inside(doorList(present, entries))).toEqual([])
  })

  it('lets the server have the last word about what was sent or refused', () => {
    for (const state of ['sent', 'refused'] as const)
      expect(inside(doorList(rows, [scan('a', { invitationId: idOf(1) }, state)]))).toEqual([])
  })

  it('does not take anybody back for an undo the server refused', () => {
    const entries = [scan('a', { invitationId: idOf(1) }), scan('b', { undo: 'a' }, 'refused')]
    expect(inside(doorList(rows, entries))).toMatchObject([{ name: 'Sari' }])
  })

  it('shows a walk-in until the list itself has it', () => {
    const walkIn = { fullName: 'Tono', outletName: 'Warta', phone: '0812-0000-1234' }
    expect(inside(doorList(rows, [scan('w', { walkIn })]))).toMatchObject([
      { key: 'w', outlet: 'Warta', phoneLast4: '1234' },
    ])
    expect(inside(doorList(rows, [scan('w', { walkIn }, 'sent')]))).toEqual([])
  })

  it('keeps showing whom the list names no more, until the server has said what became of them', () => {
    const gone = { invitationId: idOf(3) }
    expect(inside(doorList(rows, [scan('g', gone)]))).toMatchObject([{ key: 'g', walkIn: false }])
    const scans = [scan('p', { pass: 'NG1.x' })]
    expect(inside(doorList(rows, scans))).toEqual([])
    const known = [scan('p', { pass: 'NG1.x', admitted: true })]
    expect(inside(doorList(rows, known))).toMatchObject([{ key: 'p' }])
    const shown = row(3, 'Sari', {
      id: idOf(7),
      invitationId: null,
      status: 'present',
      source: 'list',
      flags: ['revoked'],
    })
    const sent = { ...scan('g', gone, 'sent'), attendanceId: idOf(7) }
    expect(inside(doorList([...rows, shown], [sent]))).toMatchObject([
      { ended: 'revoked', walkIn: false, nonce: 'g' },
    ])
  })

  it('keeps the first arrival of somebody admitted twice', () => {
    const early = '2025-10-29T01:50:00.000Z'
    const present = [row(1, 'Sari', { status: 'present', arrivedAt: early })]
    expect(inside(doorList(present, [scan('a', { invitationId: idOf(1) })]))).toMatchObject([
      { arrivedAt: early, waiting: false },
    ])
  })

  it('puts those who declined last', () => {
    expect(
      stillToCome(doorList([row(2, 'Adi', { answer: 'declined' }), row(1, 'Sari')], [])),
    ).toMatchObject([{ name: 'Sari' }, { name: 'Adi' }])
  })
})

describe('somebody in place of a guest', () => {
  const substitution = {
    substitute: { invitationId: idOf(1), fullName: 'Tono', pressCardSeen: true },
  }
  const came = { ...scan('s', substitution), name: 'Tono', inPlaceOf: 'Sari' }
  const answers = (guests: ReturnType<typeof doorList>) =>
    stillToCome(guests).map((guest) => [guest.name, guest.answer])

  it('is inside at once, and the guest counts as replaced', () => {
    const guests = doorList(rows, [came])
    expect(inside(guests)).toMatchObject([
      { name: 'Tono', outlet: 'Radio Contoh', inPlaceOf: 'Sari', cardSeen: true, nonce: 's' },
    ])
    expect(answers(guests)).toContainEqual(['Sari', 'substituted'])
  })

  it('is taken back together with the seat', () => {
    const guests = doorList(rows, [came, scan('u', { undo: 's' })])
    expect(inside(guests)).toEqual([])
    expect(answers(guests)).toContainEqual(['Sari', 'attending'])
  })

  it('can still be taken back after the server made a guest of them', () => {
    const known = row(5, 'Tono', { id: idOf(7), status: 'present', arrivedAt: at })
    const sent = { ...came, state: 'sent', attendanceId: idOf(7) } as const
    // The guest who did not come is no longer on the list.
    const list = [rows[1] ?? known, known]
    expect(inside(doorList(list, [sent]))).toMatchObject([{ nonce: 's', inPlaceOf: 'Sari' }])
    expect(inside(doorList(list, [sent, scan('u', { undo: 's' })]))).toEqual([])
  })
})

describe('guests who say that they are there', () => {
  const reported = row(1, 'Sari', { selfReportedAt: at })
  it('stand apart until they are let in', () => {
    const guests = doorList([reported, row(2, 'Budi')], [])
    expect(selfReported(guests)).toMatchObject([{ name: 'Sari' }])
    expect(stillToCome(guests)).toMatchObject([{ name: 'Budi' }])
    expect(selfReported(doorList([reported], [scan('a', { invitationId: idOf(1) })]))).toEqual([])
  })
})

describe('findGuests', () => {
  const guests = doorList([...rows, row(3, 'Wisnu Budiman', { phoneLast4: '4400' })], [])
  const names = (typed: string) => findGuests(guests, typed).map((guest) => guest.name)
  it('searches name, outlet and the last digits, without accents', () => {
    expect(names('agatha')).toEqual(['Budi Ágatha'])
    expect(names('radio sari')).toEqual(['Sari'])
    expect(names('4471')).toEqual(['Budi Ágatha'])
    expect(names('0812')).toEqual([])
    expect(names('xyz')).toEqual([])
  })
  it('knows a name however its signs are written', () => {
    const known = doorList([row(4, 'Nur’aini Al–Hafiz')], [])
    for (const typed of ["nur'aini", 'nuraini', 'NUR`AINI', 'al-hafiz', 'aini al hafiz'])
      expect(findGuests(known, typed), typed).toHaveLength(1)
  })
  it('puts names that begin with it first', () => {
    expect(names('udi')).toEqual(['Budi Ágatha', 'Wisnu Budiman'])
    expect(names('wis')).toEqual(['Wisnu Budiman'])
  })
})

describe('doorCount', () => {
  const guest = (present: boolean, invitationId: string | null = idOf(1)) => ({
    present,
    invitationId,
  })
  it('counts seats of the room, or those on the list', () => {
    const guests = [guest(true), guest(true, null), guest(false)]
    expect(doorCount(guests, 30)).toEqual({ present: 2, total: 30, left: 28, over: 0 })
    expect(doorCount(guests, 1)).toEqual({ present: 2, total: 1, left: 0, over: 1 })
    expect(doorCount(guests, null)).toEqual({ present: 2, total: 2, left: 0, over: 0 })
    expect(doorCount([], null).total).toBeUndefined()
  })
})

describe('a pass', () => {
  const bytes = Uint8Array.from(
    [...idOf(1).replaceAll('-', '').matchAll(/../g)].map((b) => Number.parseInt(b[0], 16)),
  )
  const pass = `NG1.${Buffer.from([...bytes, ...new Uint8Array(32)]).toString('base64url')}`
  it('is known by its shape once complete', () => {
    expect(passIn(` ${pass}\n`)).toBe(pass)
    expect(passIn('NG1.abc')).toBeUndefined()
    expect(looksLikePass('NG1.abc')).toBe(true)
    expect(looksLikePass('Nggoro')).toBe(false)
  })
  it('names its invitation', () => {
    expect(invitationIn(pass)).toBe(idOf(1))
    expect(inside(doorList(rows, [scan('p', { pass })]))).toMatchObject([{ name: 'Sari' }])
  })
  it('that is doubted lets nobody in before the server does', () => {
    expect(inside(doorList(rows, [{ ...scan('p', { pass }), doubtful: true }]))).toEqual([])
  })
})

describe('the acts of a device', () => {
  it('settles only what was answered', () => {
    const entries = [scan('a', {}), scan('b', {})]
    expect(withOutcome(entries, new Set(['a']), { state: 'sent' }).map((one) => one.state)).toEqual(
      ['sent', 'waiting'],
    )
  })
  it('remember what the server made of them', () => {
    const settled = withOutcome(
      [scan('a', {})],
      new Set(['a']),
      { state: 'sent' },
      new Map([['a', 'x']]),
    )
    expect(settled).toMatchObject([{ state: 'sent', attendanceId: 'x' }])
  })
})
