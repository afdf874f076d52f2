import { describe, expect, it } from 'vitest'
import {
  lastInstead,
  missesMonths,
  newRule,
  type RuleValues,
  readRule,
  ruleText,
} from './rule-values.ts'

const frame = { startsOn: '2025-10-29', startTime: '09:00', timeZone: 'Asia/Jakarta' }
const read = (text: string) => readRule(text, frame)
const rule = (values: Partial<RuleValues>): RuleValues => ({
  ...newRule(frame.startsOn),
  ...values,
})

describe('a rule read into fields', () => {
  it.each([
    ['FREQ=WEEKLY;BYDAY=TH,TU', { repeat: 'weekly', weekdays: ['TU', 'TH'], interval: 1 }],
    ['FREQ=WEEKLY;INTERVAL=2;WKST=MO', { repeat: 'weekly', weekdays: ['WE'], interval: 2 }],
    ['freq=monthly;byday=-1we', { repeat: 'monthlyWeekday', ordinal: -1, weekday: 'WE' }],
    ['FREQ=MONTHLY;BYDAY=+2FR', { repeat: 'monthlyWeekday', ordinal: 2, weekday: 'FR' }],
    ['FREQ=MONTHLY;BYDAY=WE;BYSETPOS=-1', { repeat: 'monthlyWeekday', ordinal: -1 }],
    ['FREQ=MONTHLY;BYMONTHDAY=31;INTERVAL=3', { repeat: 'monthlyDay', monthDay: 31, interval: 3 }],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', { repeat: 'monthlyDay', monthDay: -1 }],
    ['FREQ=MONTHLY', { repeat: 'monthlyDay', monthDay: 29 }],
    ['FREQ=WEEKLY;BYDAY=MO;COUNT=5', { ends: 'count', count: 5 }],
    ['FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231', { ends: 'until', until: '2026-12-31' }],
  ])('%s', (text, expected) => {
    expect(read(text)).toMatchObject(expected)
  })

  it('takes the last day from the clocks of the zone, and not when the end is before the start', () => {
    expect(read('FREQ=WEEKLY;UNTIL=20261231T165959Z').until).toBe('2026-12-31')
    expect(read('FREQ=WEEKLY;UNTIL=20261231T170000Z').until).toBe('2026-12-31')
    expect(read('FREQ=WEEKLY;UNTIL=20261231T015959Z').until).toBe('2026-12-30')
    expect(read('FREQ=WEEKLY;UNTIL=20261231T020000Z').until).toBe('2026-12-31')
    expect(read('FREQ=WEEKLY;UNTIL=20261231T085959').until).toBe('2026-12-30')
  })

  it.each([
    'FREQ=DAILY',
    'FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=17',
    'FREQ=MONTHLY;BYDAY=WE',
    'FREQ=MONTHLY;BYDAY=1MO,3MO',
    'FREQ=MONTHLY;BYDAY=-2WE',
    'FREQ=MONTHLY;BYMONTHDAY=1,15',
    'FREQ=MONTHLY;BYMONTHDAY=-2',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU',
    'FREQ=WEEKLY;BYMONTH=1',
    'FREQ=WEEKLY;COUNT=0',
    'FREQ=WEEKLY;COUNT=3;UNTIL=20261231',
    'FREQ=WEEKLY;UNTIL=soon',
    'nonsense',
  ])('keeps what it cannot show: %s', (text) => {
    expect(read(text)).toMatchObject({ repeat: 'other', text })
    expect(ruleText(read(text), frame)).toBe(text)
  })
})

describe('fields written as a rule', () => {
  it.each([
    ['FREQ=WEEKLY;BYDAY=TU,TH', { repeat: 'weekly', weekdays: ['TH', 'TU'] }],
    ['FREQ=WEEKLY;BYDAY=WE;INTERVAL=2', { repeat: 'weekly', interval: 2 }],
    ['FREQ=MONTHLY;BYDAY=-1WE', {}],
    [
      'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=6',
      { repeat: 'monthlyDay', monthDay: -1, ends: 'count', count: 6 },
    ],
    [
      'FREQ=MONTHLY;BYDAY=2FR;UNTIL=20261231T165900Z',
      { ordinal: 2, weekday: 'FR', ends: 'until', until: '2026-12-31' },
    ],
  ] as [string, Partial<RuleValues>][])('%s', (text, values) => {
    expect(ruleText(rule(values), frame)).toBe(text)
    // And read again it fills the same fields.
    expect(ruleText({ ...readRule(text, frame), text: '' }, frame)).toBe(text)
  })

  it.each([
    { repeat: 'weekly', weekdays: [] },
    { repeat: 'monthlyDay', monthDay: '' },
    { interval: '' },
    { ends: 'until', until: '' },
    { ends: 'count', count: '' },
  ] as Partial<RuleValues>[])('is empty while something is missing: %o', (values) => {
    expect(ruleText(rule(values), frame)).toBe('')
  })

  it('gives a rule back as it was written until somebody changes it', () => {
    const text = 'INTERVAL=1;FREQ=WEEKLY;WKST=SU;UNTIL=20261231T165959Z'
    const shown = read(text)
    expect(ruleText(shown, frame)).toBe(text)
    expect(ruleText({ ...shown, interval: 2 }, frame)).toBe(
      'FREQ=WEEKLY;BYDAY=WE;INTERVAL=2;UNTIL=20261231T165900Z',
    )
  })
})

describe('days that not every month has', () => {
  it.each([
    [{ repeat: 'monthlyDay', monthDay: 28 }, false],
    [{ repeat: 'monthlyDay', monthDay: 29 }, true],
    [{ repeat: 'monthlyDay', monthDay: -1 }, false],
    [{ ordinal: 4 }, false],
    [{ ordinal: 5 }, true],
    [{ repeat: 'weekly', ordinal: 5 }, false],
  ] as [Partial<RuleValues>, boolean][])('%o: %s', (values, expected) => {
    expect(missesMonths(rule(values))).toBe(expected)
  })

  it('become the last one', () => {
    expect(lastInstead(rule({ repeat: 'monthlyDay', monthDay: 31 })).monthDay).toBe(-1)
    expect(lastInstead(rule({ ordinal: 5 })).ordinal).toBe(-1)
  })
})
