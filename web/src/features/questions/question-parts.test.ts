import type { Question } from '@ngopi/shared/questions'
import { expect, it } from 'vitest'
import { belongsTo, mentions } from './question-parts.ts'

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
  expect(belongsTo({ ...question, answerText: '1.709' }, 'unanswered')).toBe(false)
})

it('finds a question by any words about it', () => {
  expect(mentions(question, 'tka radio')).toBe(true)
  expect(mentions(question, 'paspor')).toBe(false)
  expect(mentions(question, '')).toBe(true)
})
