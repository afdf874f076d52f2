import type { SeriesEffect } from '@ngopi/shared/series'
import { expect, it } from 'vitest'
import { effectWords, hasEffect } from './series-effect-words.ts'

const none: SeriesEffect = {
  added: 0,
  removed: 0,
  changed: [],
  offRule: [],
  leftAlone: [],
  toReconfirm: 0,
}
const touched = (toReconfirm = 0): SeriesEffect['changed'][number] => ({
  sessionId: '019aa8e2-0000-7000-8000-000000000001',
  title: 'Ngopi',
  startsAt: '2026-11-25T02:00:00.000Z',
  newStartsAt: null,
  invited: toReconfirm,
  toReconfirm,
})

it('says nothing changes', () => {
  expect(hasEffect(none)).toBe(false)
  expect(effectWords(none, 'id')).toBe('Tidak ada pertemuan yang berubah.')
  expect(effectWords(none, 'en')).toBe('No session changes.')
})

it('says what changes, who is asked again, what is to be decided', () => {
  const effect = {
    ...none,
    changed: [touched(14), touched(), touched()],
    offRule: [touched()],
    toReconfirm: 14,
  }
  expect(hasEffect(effect)).toBe(true)
  expect(effectWords(effect, 'id')).toBe(
    '3 pertemuan berubah; 14 undangan akan diminta konfirmasi ulang; 1 pertemuan perlu diputuskan.',
  )
  expect(effectWords(effect, 'en')).toBe(
    '3 sessions change; 14 guests will be asked to confirm again; 1 session is to be decided.',
  )
})

it('says what is made, what goes, what stays', () => {
  const effect = { ...none, added: 26, removed: 1, leftAlone: [touched()] }
  expect(effectWords(effect, 'id')).toBe(
    '26 pertemuan baru dibuat; 1 rancangan yang belum disentuh dihapus; 1 pertemuan yang pernah diubah sendiri tetap seperti adanya.',
  )
  expect(effectWords(effect, 'en')).toBe(
    '26 new sessions are made; 1 untouched draft goes; 1 session changed by hand stays as it is.',
  )
})
