import { type Minutes, minutesApi } from '@ngopi/shared/minutes'
import { expect, test } from 'vitest'
import { minutesField, minutesToSave, minutesValues } from './minutes-values.ts'

const session = { id: 'x', timeZone: 'Asia/Jayapura', endsAt: '2031-10-29T04:30:00.000Z' }
const minutes: Minutes = {
  sessionId: 'x',
  saved: true,
  body: [{ type: 'paragraph', content: [{ text: 'Isi' }] }],
  chair: 'Ketua',
  minuteTaker: null,
  closedAt: '2031-10-29T16:05:00.000Z',
  signature: { name: 'Siti', title: 'Kepala', rank: '', nip: '' },
  signedAt: null,
  signedBy: null,
  versions: [],
  offRecordIn: [],
  version: 3,
}

test('what is on screen goes back as it came, on the day the meeting ended in its zone', () => {
  const values = minutesValues(minutes, session)
  expect(values.closingTime).toBe('01:05')
  const body = minutesToSave(values, minutes, session)
  expect(minutesApi.save.schema.body.parse(body)).toMatchObject({
    version: 3,
    body: minutes.body,
    chair: 'Ketua',
    minuteTaker: null,
    closedAt: minutes.closedAt,
    signature: minutes.signature,
  })
  expect(minutesValues({ ...minutes, closedAt: null }, session).closingTime).toBe('13:30')
})

test('what is no time is refused at its own field', () => {
  const values = { ...minutesValues(minutes, session), closingTime: '25' }
  const checked = minutesApi.save.schema.body.safeParse(minutesToSave(values, minutes, session))
  expect(checked.error?.issues.map(({ path }) => minutesField(path.join('.')))).toEqual([
    'closingTime',
  ])
  expect(minutesField('signature.nip')).toBe('nip')
  expect(minutesField('body.3.content.0.text')).toBe('body')
})
