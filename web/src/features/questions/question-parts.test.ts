import type { Question } from '@ngopi/shared/questions'
import { expect, it } from 'vitest'
import { askerOf, belongsTo, byTopic, mentions, reordered } from './question-parts.ts'

const question: Question = {
  id: '0199a0b2-0000-7000-8000-000000000001',
  sessionId: '0199a0b2-0000-7000-8000-000000000002',
  text: 'Berapa jumlah TKA?',
  topic: 'Tenaga kerja asing',
  origin: 'floor',
  offRecord: false,
  journalist: null,
  outlet: { id: '0199a0b2-0000-7000-8000-000000000003', name: 'Radio Contoh' },
  answerText: null,
  answeredBy: null,
  state: 'waiting',
  place: null,
  askedAt: null,
  answeredAt: null,
  askerName: null,
  commitments: [],
  coverage: [],
  version: 1,
  createdAt: '2025-10-29T02:00:00.000Z',
  updatedAt: '2025-10-29T02:00:00.000Z',
  archivedAt: null,
}

it('sorts questions into the parts of the list', () => {
  expect(belongsTo(question, 'all')).toBe(true)
  expect(belongsTo(question, 'floor')).toBe(true)
  expect(belongsTo(question, 'advance')).toBe(false)
  expect(belongsTo(question, 'unanswered')).toBe(true)
  expect(belongsTo({ ...question, state: 'answered' }, 'unanswered')).toBe(false)
})

it('finds a question by any words about it', () => {
  expect(mentions(question, 'tka radio')).toBe(true)
  expect(mentions(question, 'paspor')).toBe(false)
  expect(mentions(question, '')).toBe(true)
})

it('names the asker as recorded, or as called out', () => {
  expect(askerOf(question)).toBe('Radio Contoh')
  expect(askerOf({ ...question, askerName: 'Ibu Sari' })).toBe('Ibu Sari, Radio Contoh')
})

it('groups by topic, and moves the waiting ones alone', () => {
  const named = (id: string, topic: string | null, state: Question['state'] = 'waiting') => ({
    ...question,
    id,
    topic,
    state,
  })
  const all = [named('l', 'B', 'live'), named('1', 'A'), named('2', null), named('3', 'A')]
  expect(byTopic(all).map(([topic, { length }]) => [topic, length])).toEqual([
    ['B', 1],
    ['A', 2],
    ['', 1],
  ])
  expect(reordered(all, ['3', '1', '2']).map(({ id }) => id)).toEqual(['l', '3', '1', '2'])
})
