import type { Attendance } from '@ngopi/shared/attendance'
import { describe, expect, it } from 'vitest'
import { choiceOf, countsToKeep, decisionsOf, unmarkedOf } from './choices.ts'

const row = (id: string, more: Partial<Attendance> = {}): Attendance => ({
  id: null,
  status: 'unmarked',
  arrivedAt: null,
  selfReportedAt: null,
  source: null,
  invitationId: id,
  answer: 'none',
  journalist: { id, fullName: id },
  outlet: null,
  phoneLast4: null,
  reason: null,
  flags: [],
  ...more,
})

const rows = [
  row('came', { status: 'present', answer: 'attending' }),
  row('silent'),
  row('declined', { answer: 'declined' }),
  row('substituted', { answer: 'substituted' }),
  row('sick', { status: 'excused' }),
  row('walk-in', { invitationId: null, answer: null, status: 'present' }),
  row('undone walk-in', { invitationId: null, answer: null }),
]
const declined = new Map([['declined', 'Dinas luar']])
const now = {
  ...{ invited: 5, answered: 3, attending: 1, attended: 0, walkIns: 0, asked: 2, published: 0 },
  ...{ placements: 0, seatsTaken: 1, absent: 0, excused: 1, unmarked: 2 },
}

describe('what unmarked guests are to count as', () => {
  it('asks about invited guests of whom nothing is noted', () => {
    expect(unmarkedOf(rows).map(({ invitationId }) => invitationId)).toEqual(['silent', 'declined'])
  })

  it('excuses who declined with their reason, and nobody else', () => {
    const of = (id: string) =>
      unmarkedOf(rows)
        .filter(({ invitationId }) => invitationId === id)
        .map((guest) => choiceOf(guest, { choices: {}, declined }))
    expect(of('silent')).toEqual([{ status: 'absent', reason: '' }])
    expect(of('declined')).toEqual([{ status: 'excused', reason: 'Dinas luar' }])
  })

  it('sends what was chosen', () => {
    const choices = {
      silent: { status: 'excused', reason: '  Sakit ' },
      declined: { status: 'absent', reason: '' },
    } as const
    expect(decisionsOf(unmarkedOf(rows), { choices, declined })).toEqual({
      excused: [{ invitationId: 'silent', reason: 'Sakit' }],
      absent: ['declined'],
    })
  })

  it('tells the counts that will be kept', () => {
    expect(countsToKeep(now, { rows, choices: {}, declined })).toEqual({
      ...now,
      attended: 1,
      walkIns: 1,
      absent: 1,
      excused: 2,
      unmarked: 0,
    })
  })
})
