import { expect, it } from 'vitest'
import { draftOf, withDraft } from './drafts.ts'

const initial = { title: 'Ngopi', venue: 'Aula', capacity: 30 as number | '' }

it('keeps only the fields that were touched', () => {
  expect(draftOf({ ...initial, title: 'Ngopi Sore' }, initial, 5)).toEqual({
    at: 5,
    fields: { title: { from: 'Ngopi', to: 'Ngopi Sore' } },
  })
  expect(draftOf({ ...initial }, initial, 5)).toBeUndefined()
})

it('brings them back over what the record is now, and leaves the rest as others saved it', () => {
  const draft = draftOf({ ...initial, title: 'Ngopi Sore' }, initial, 0)
  const now = { ...initial, venue: 'Taman Kota' }
  expect(draft && withDraft(draft, now)).toEqual({
    values: { title: 'Ngopi Sore', venue: 'Taman Kota', capacity: 30 },
    overtaken: false,
  })
})

it('says when somebody else changed the very field that was touched', () => {
  const draft = draftOf({ ...initial, title: 'Ngopi Sore' }, initial, 0)
  expect(draft && withDraft(draft, { ...initial, title: 'Ngopi Pagi' })?.overtaken).toBe(true)
})

it('brings nothing back that is there already, or that the form no longer has', () => {
  const draft = draftOf({ ...initial, title: 'Ngopi Sore', gone: 1 }, initial, 0)
  expect(draft && withDraft(draft, { ...initial, title: 'Ngopi Sore' })).toBeUndefined()
})

it('takes rows for the same whatever key they have on screen', () => {
  const rows = (key: string) => ({ agenda: [{ key, title: 'Pembukaan' }] })
  expect(draftOf(rows('a'), rows('b'), 0)).toBeUndefined()
})
