import { expect, test } from 'vitest'
import { parseRule, RuleError, ruleText } from './rrule-text.ts'

test('a rule is read part by part and written again as it was', () => {
  const text = 'FREQ=MONTHLY;INTERVAL=2;BYMONTH=1,3;BYDAY=-1WE,2FR;WKST=SU;COUNT=7'
  expect(parseRule(text)).toMatchObject({
    freq: 'MONTHLY',
    interval: 2,
    byMonth: [1, 3],
    byDay: ['-1WE', '2FR'],
    wkst: 'SU',
    count: 7,
    until: null,
  })
  expect(ruleText(parseRule(text))).toBe(text)
  expect(parseRule('freq=weekly;byday=mo')).toMatchObject({ byDay: ['MO'] })
  for (const until of ['20261231', '20261231T235959', '20261231T165959Z']) {
    expect(parseRule(`FREQ=DAILY;UNTIL=${until}`).until).toBe(until)
  }
})

test('what a list names twice is named once', () => {
  const rule = parseRule(
    `FREQ=DAILY;BYMONTHDAY=${Array(100).fill(1).join(',')};BYDAY=MO,MO;BYMONTH=2,2`,
  )
  expect(rule).toMatchObject({ byMonthDay: [1], byDay: ['MO'], byMonth: [2] })
})

test('what is no rule, or none a series can follow, is refused', () => {
  for (const text of [
    '',
    'RRULE:FREQ=DAILY',
    'FREQ=SECONDLY',
    'BYDAY=WE',
    'FREQ=DAILY;FREQ=DAILY',
    'FREQ=DAILY;BYHOUR=9',
    'FREQ=DAILY;COUNT=0',
    'FREQ=DAILY;COUNT=1001',
    'FREQ=DAILY;COUNT=2;UNTIL=20260101',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;INTERVAL=1.5',
    'FREQ=DAILY;UNTIL=20260230',
    'FREQ=DAILY;UNTIL=20260101T250000Z',
    'FREQ=WEEKLY;BYDAY=2WE',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;BYMONTHDAY=3',
    'FREQ=MONTHLY;BYMONTHDAY=0',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=MONTHLY;BYDAY=6MO',
    'FREQ=MONTHLY;BYSETPOS=1',
    'FREQ=DAILY;__PROTO__=1',
    'FREQ=DAILY;CONSTRUCTOR=1',
    'FREQ=DAILY\nRRULE:FREQ=SECONDLY',
    'FREQ=DAILY;',
  ]) {
    expect(() => parseRule(text), text).toThrow(RuleError)
  }
})
