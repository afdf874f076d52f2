import type { Coverage } from '@ngopi/shared/coverage'
import { describe, expect, it } from 'vitest'
import { bodyOfReview, judgementOf, nextAfter } from './review-values.ts'

const review = (by: string, note: string): Coverage['reviews'][number] => ({
  id: note,
  decision: 'dismissed',
  headlineTone: 'negative',
  bodyTone: 'mixed',
  note,
  by: { id: by, name: by },
  at: '2025-10-30T02:00:00.000Z',
})

describe('judgementOf', () => {
  it('begins blank beside the judgement of another', () => {
    expect(judgementOf({ reviews: [review('manager', 'a')] }, 'officer')).toEqual({
      headlineTone: null,
      bodyTone: null,
      decision: 'accepted',
      note: '',
    })
  })

  it('begins at the own last one', () => {
    const reviews = [review('manager', 'a'), review('officer', 'newer'), review('officer', 'older')]
    expect(judgementOf({ reviews }, 'officer')).toMatchObject({
      decision: 'dismissed',
      note: 'newer',
    })
  })
})

it('sends a blank note as none', () => {
  expect(bodyOfReview({ ...judgementOf({ reviews: [] }, 'x'), note: '  ' })?.note).toBeNull()
})

describe('nextAfter', () => {
  const at = (id: string, day: string) => ({ id, publishedAt: `2025-10-${day}T00:00:00.000Z` })
  const list = [at('c', '30'), at('b', '29'), at('a', '28')]
  it('goes down the list, and from its end to what was passed over', () => {
    expect(nextAfter(at('b', '29'), list)).toBe('a')
    expect(nextAfter(at('a', '28'), list)).toBe('c')
  })

  it('finds its place also when the current one has left the list', () => {
    expect(nextAfter(at('gone', '29'), list)).toBe('b')
  })

  it('knows when nothing is left', () => {
    expect(nextAfter(at('a', '28'), [at('a', '28')])).toBeUndefined()
  })
})
