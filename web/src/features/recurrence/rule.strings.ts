import { catalogue } from '../../i18n.tsx'

/** How a recurrence rule is said. */
export const ruleStrings = catalogue({
  id: {
    everyDay: 'Setiap hari',
    weekly: '{n, plural, =1 {Setiap {days}} other {Setiap # minggu, hari {days}}}',
    monthDay: '{n, plural, =1 {Setiap tanggal {day}} other {Setiap # bulan, tanggal {day}}}',
    lastDay: '{n, plural, =1 {Hari terakhir tiap bulan} other {Setiap # bulan, hari terakhir}}',
    monthWeekday:
      '{n, plural, =1 {Setiap {day} {ordinal} tiap bulan} other {Setiap # bulan, {day} {ordinal}}}',
    ordinal: {
      n1: 'pertama',
      n2: 'kedua',
      n3: 'ketiga',
      n4: 'keempat',
      n5: 'kelima',
      last: 'terakhir',
    },
    other: 'Aturan tersendiri',
    at: '{rule}, {hours}',
    until: '{rule}, sampai {day}',
    count: '{rule}, {count, number} kali',
  },
  en: {
    everyDay: 'Every day',
    weekly: '{n, plural, =1 {Every {days}} other {Every # weeks on {days}}}',
    monthDay: '{n, plural, =1 {On day {day} of every month} other {Every # months on day {day}}}',
    lastDay:
      '{n, plural, =1 {On the last day of every month} other {Every # months on the last day}}',
    monthWeekday:
      '{n, plural, =1 {On the {ordinal} {day} of every month} other {Every # months on the {ordinal} {day}}}',
    ordinal: { n1: 'first', n2: 'second', n3: 'third', n4: 'fourth', n5: 'fifth', last: 'last' },
    other: 'A rule of its own',
    at: '{rule}, {hours}',
    until: '{rule}, until {day}',
    count: '{rule}, {count, plural, one {once} other {# times}}',
  },
})
