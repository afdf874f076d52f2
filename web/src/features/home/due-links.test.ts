import { describe, expect, it } from 'vitest'
import { dueLinks, type Home } from './due-links.ts'

const nothing: Home['due'] = {
  silentInvitees: 0,
  needsReconfirmation: 0,
  coverageToReview: 0,
  unansweredQuestions: 0,
  openCommitments: 0,
  overdueCommitments: 0,
  unmarkedAttendance: 0,
  provisionalJournalists: 0,
  whatsappWaiting: 0,
}
const next = { id: 's1', answers: { silent: 4, needsReconfirmation: 0 } } as Home['nextSession']
const past = { session: { id: 'p1' } } as Home['recent'][number]

describe('dueLinks', () => {
  it('leaves out what is done', () => {
    expect(
      dueLinks({ due: nothing, nextSession: next, recent: [past], whatsappSessionId: null }),
    ).toEqual([])
  })

  it('leads to the silent guests of the next session when all silent ones are there', () => {
    const home = {
      due: { ...nothing, silentInvitees: 4 },
      nextSession: next,
      recent: [],
      whatsappSessionId: null,
    }
    expect(dueLinks(home)).toEqual([
      {
        kind: 'silentInvitees',
        count: 4,
        to: '/pertemuan/s1/undangan',
        search: { answer: 'none' },
      },
    ])
  })

  it('leads to the list of sessions when they are spread over several', () => {
    const home = {
      due: { ...nothing, silentInvitees: 9 },
      nextSession: next,
      recent: [],
      whatsappSessionId: null,
    }
    expect(dueLinks(home)[0]?.to).toBe('/pertemuan')
    expect(dueLinks({ ...home, nextSession: null })[0]?.to).toBe('/pertemuan')
  })

  it('looks for questions where they can have been asked', () => {
    const due = { ...nothing, unansweredQuestions: 3 }
    const to = (home: Pick<Home, 'nextSession' | 'recent'>) =>
      dueLinks({ due, whatsappSessionId: null, ...home })[0]?.to
    expect(to({ nextSession: next, recent: [] })).toBe('/pertemuan/s1/tanya-jawab')
    expect(to({ nextSession: null, recent: [past] })).toBe('/pertemuan/p1/tanya-jawab')
    expect(to({ nextSession: next, recent: [past] })).toBe('/pertemuan')
  })

  it('names the session behind us only when there is just one', () => {
    const due = { ...nothing, unmarkedAttendance: 2 }
    expect(
      dueLinks({ due, nextSession: null, recent: [past], whatsappSessionId: null })[0]?.to,
    ).toBe('/pertemuan/p1/kehadiran')
    expect(
      dueLinks({ due, nextSession: null, recent: [past, past], whatsappSessionId: null })[0]
        ?.search,
    ).toEqual({
      bagian: 'past',
    })
  })

  it('leads to the queue that messages wait in, or to the list when there are several', () => {
    const due = { ...nothing, whatsappWaiting: 3 }
    const to = (whatsappSessionId: string | null) =>
      dueLinks({ due, nextSession: null, recent: [], whatsappSessionId })[0]?.to
    expect(to('s2')).toBe('/pertemuan/s2/whatsapp')
    expect(to(null)).toBe('/pertemuan')
  })

  it('leads to promises, those overdue first', () => {
    const due = { ...nothing, openCommitments: 2, overdueCommitments: 1 }
    const links = dueLinks({ due, nextSession: null, recent: [], whatsappSessionId: null })
    expect(links.map(({ kind, to, search }) => [kind, to, search])).toEqual([
      ['overdueCommitments', '/pertemuan/janji', { bagian: 'overdue' }],
      ['openCommitments', '/pertemuan/janji', undefined],
    ])
  })
})
