import { messageKind, messageLanguage, templateVariable } from '@ngopi/shared/templates'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { endsInvitation } from '../messaging/message-rules.ts'
import { letterSaying, madeLetter } from './made-guest-message.testing.ts'
import { mailOf, messageText } from './message-text.ts'

const saying = (body: string, given = {}) => messageText(letterSaying(body, given), 'thanks')

describe('variables', () => {
  it('say who, what, when and where in the language of the guest and the zone of the session', () => {
    const body = templateVariable.options.map((name) => `${name}: {${name}}`).join('\n')
    const given = {
      mapUrl: 'https://maps.example/aula',
      cancelReason: 'hujan',
      rsvpClosesAt: '2026-11-24T09:00:00.000Z',
    }
    expect(saying(body, given).split('\n')).toEqual([
      'nama: Sri Lestari, S.Sos.',
      'media: Kabar Pemalang',
      'acara: Ngopi Bareng Humas',
      'hari: Rabu, 25 November 2026',
      'jam: 09.00–11.30 WIB',
      'tempat: Aula Lantai 2',
      'peta: https://maps.example/aula',
      'tautan: https://ngopi.example/u/abc',
      'batas: Selasa, 24 November 2026, 16.00 WIB',
      'alasan: hujan',
      'kantor: Kantor Uji',
      'narahubung: Humas',
      'telepon: +62 812 3456 7890',
    ])
    expect(saying('{hari}, {jam}\n{batas}\n{tautan}', { ...given, language: 'en' })).toBe(
      'Wednesday, 25 November 2026, 09:00–11:30 WIB\nTuesday, 24 November 2026, 16:00 WIB\nhttps://ngopi.example/u/abc?bahasa=en',
    )
    expect(saying('{hari}, {jam}', { timeZone: 'Asia/Jayapura' })).toBe(
      'Rabu, 25 November 2026, 11.00–13.30 WIT',
    )
  })

  it('name a deadline only where it is before the start; that of an offer is its own', () => {
    expect(saying('a\n{batas}', { rsvpClosesAt: '2026-11-25T02:00:00.000Z' })).toBe('a')
    const offered = letterSaying('', {
      rsvpClosesAt: '2026-11-24T09:00:00.000Z',
      offerExpiresAt: '2026-11-23T09:00:00.000Z',
    })
    const ownWords = {
      offer: { subject: '', body: '{batas}', serviceTemplate: null, serviceParameters: [] },
    }
    expect(messageText({ ...offered, ownWords }, 'offer')).toContain('23 November 2026')
  })
})

describe('a line without anything to say', () => {
  it('is left out, with the gap of its paragraph', () => {
    expect(saying('Tempat\nPeta: {peta}\nJam')).toBe('Tempat\nJam')
    expect(saying('A\n\nAlasan: {alasan}\n\nB')).toBe('A\n\nB')
    expect(saying('{peta}\n\nA\n\n{peta}')).toBe('A')
    expect(saying('A\n\n\nB\n')).toBe('A\n\n\nB\n')
    expect(saying('{kantor}\nNarahubung: {narahubung}, {telepon}', { contactPhone: null })).toBe(
      'Kantor Uji',
    )
  })

  it('leaves a subject its other words, and the event where none are left', () => {
    const subject = (wording: string) => mailOf(letterSaying('x', {}, wording), 'thanks').subject
    expect(subject('Peta {peta} untuk {acara}')).toBe('Peta untuk Ngopi Bareng Humas')
    expect(subject('{peta}')).toBe('Ngopi Bareng Humas')
  })
})

const hostile = [
  '{kantor}',
  '{{',
  '}',
  '$&',
  '$1',
  `$\{1+1}`,
  '{__proto__}',
  '<b>',
  '"',
  '\n',
  '\r\n',
  '\u2028',
  '\u202e',
  'é',
]

describe('what guests and officers typed', () => {
  it('never changes the structure of a message', () => {
    const anything = fc
      .array(fc.oneof(fc.constantFrom(...hostile), fc.string()))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(anything, anything, (guest, venue) => {
        const { subject, text } = mailOf(
          letterSaying('A {nama}.\nB {tempat}!\nC', { guest, venue }, '{nama}!'),
          'thanks',
        )
        const lines = text.split('\n')
        const shown = (value: string) =>
          value
            .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
            .replace(/[\s\p{Cc}]+/gu, ' ')
            .trim()
        const expected = [
          ...(shown(guest) ? [`A ${shown(guest)}.`] : []),
          ...(shown(venue) ? [`B ${shown(venue)}!`] : []),
          'C',
        ]
        expect(lines.slice(0, expected.length)).toEqual(expected)
        expect(subject).not.toMatch(/[\r\n\u2028\u2029\u0085\v\f]/)
        expect(subject).toBe(`${shown(guest)}!`)
      }),
    )
  })

  it('stays words, also where it looks like a variable', () => {
    expect(saying('{nama} · {media}', { guest: '{kantor}', outlet: `$& $\{1+1}` })).toBe(
      `{kantor} · $& $\{1+1}`,
    )
  })
})

test('any words that were saved can be sent, in any state of the letter', () => {
  const body = fc.array(
    fc.oneof(
      fc.constantFrom(...templateVariable.options.map((name) => `{${name}}`), '{{', '}}', '\n'),
      fc.constantFrom(...hostile),
    ),
  )
  fc.assert(
    fc.property(
      body,
      fc.boolean(),
      fc.constantFrom(...messageLanguage.options),
      (parts, bare, language) => {
        const given = bare
          ? { guest: '', outlet: null, contactName: null, contactPhone: null, language }
          : { mapUrl: 'https://maps.example', cancelReason: 'x', language }
        const { html } = mailOf(letterSaying(parts.join(''), given, parts.join('')), 'thanks')
        expect(html.endsWith('</html>')).toBe(true)
      },
    ),
  )
})

test('without own words the shipped ones stand, for every kind and language', () => {
  for (const language of messageLanguage.options)
    for (const templateKind of messageKind.options) {
      const text = messageText(madeLetter({ language }), templateKind)
      expect(text).toContain('Sri Lestari, S.Sos.')
      // Who is no longer invited has no link.
      expect(text.includes('https://ngopi.example/u/abc')).toBe(!endsInvitation(templateKind))
      expect(text).not.toMatch(/[{}]|\n\n\n/)
      expect(text.split('\n')[0]).toBe(
        language === 'id' ? 'Yth. Bapak/Ibu Sri Lestari, S.Sos.,' : 'Dear Sri Lestari, S.Sos.,',
      )
    }
})
