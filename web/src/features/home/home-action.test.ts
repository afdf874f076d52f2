import type { SessionListItem } from '@ngopi/shared/sessions'
import { describe, expect, it } from 'vitest'
import { homeAction } from './home-action.ts'

const hour = 3_600_000
const startsAt = '2025-10-29T02:00:00.000Z'
const start = Date.parse(startsAt)

const session = (change: Partial<SessionListItem>, answers: Partial<SessionListItem['answers']>) =>
  ({
    id: 's1',
    status: 'published',
    startsAt,
    endsAt: '2025-10-29T04:00:00.000Z',
    answers: { invited: 0, silent: 0, ...answers },
    ...change,
  }) as SessionListItem

describe('homeAction', () => {
  const dayBefore = start - 24 * hour
  it('leads a draft to its page, to be published', () => {
    expect(homeAction(session({ status: 'draft' }, {}), true, dayBefore)).toEqual({
      action: 'publish',
      to: '/pertemuan/s1',
    })
  })

  it('invites first, then reminds, then only follows', () => {
    expect(homeAction(session({}, {}), true, dayBefore).action).toBe('invite')
    const reminding = homeAction(session({}, { invited: 8, silent: 3 }), true, dayBefore)
    expect(reminding).toEqual({
      action: 'remind',
      to: '/pertemuan/s1/undangan',
      search: { answer: 'none', kirim: 'reminder', kepada: 'silent' },
    })
    expect(homeAction(session({}, { invited: 8 }), true, dayBefore).action).toBe('follow')
  })

  it('opens the door near the start and closes after the end', () => {
    const one = session({}, { invited: 8, silent: 3 })
    expect(homeAction(one, true, start - hour)).toEqual({
      action: 'door',
      to: '/pertemuan/s1/meja',
    })
    expect(homeAction(one, true, start + 3 * hour)).toEqual({
      action: 'complete',
      to: '/pertemuan/s1/selesai',
    })
  })

  it('offers who may only read nothing but the page', () => {
    expect(homeAction(session({ status: 'draft' }, {}), false, dayBefore).action).toBe('open')
    expect(homeAction(session({}, { invited: 8, silent: 3 }), false, start).action).toBe('open')
  })
})
