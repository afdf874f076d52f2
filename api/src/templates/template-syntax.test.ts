import { type MessageKind, messageKind, messageLanguage } from '@ngopi/shared/templates'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { AppError } from '../platform/app-error.ts'
import { shippedTemplates } from './shipped-templates.ts'
import { requireUsable } from './template-check.ts'
import { parseTemplate } from './template-syntax.ts'

const partsOf = (source: string) => parseTemplate(source).lines.flat()
const faultsOf = (source: string) => parseTemplate(source).faults

/** What is refused, by field, in Indonesian. */
function refusals(kind: MessageKind, wording: { subject?: string; body?: string }): string[] {
  try {
    requireUsable(kind, { subject: 'Judul', body: '{tautan}', ...wording })
    return []
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return (error.details.fields ?? []).map(({ path, message }) => `${path}: ${message.id}`)
  }
}

describe('reading a template', () => {
  it('takes a name in braces for a variable and doubled braces for themselves', () => {
    expect(partsOf('Yth. {nama},')).toEqual(['Yth. ', { variable: 'nama' }, ','])
    expect(partsOf('{nama}{media}')).toEqual([{ variable: 'nama' }, { variable: 'media' }])
    expect(partsOf('{{nama}}')).toEqual(['{nama}'])
    expect(partsOf('{{{nama}}}')).toEqual(['{', { variable: 'nama' }, '}'])
    expect(parseTemplate('a\n\nb').lines).toEqual([['a'], [], ['b']])
  })

  it('tells every fault with its place, in characters', () => {
    expect(faultsOf('a {namaa}\n\n☕ {x} }')).toEqual([
      { line: 1, column: 3, is: 'unknown', name: 'namaa' },
      { line: 3, column: 3, is: 'unknown', name: 'x' },
      { line: 3, column: 7, is: 'stray' },
    ])
    expect(faultsOf('👋🏽{')).toEqual([{ line: 1, column: 3, is: 'unclosed' }])
    expect(faultsOf('{nama\n}')).toEqual([
      { line: 1, column: 1, is: 'unclosed' },
      { line: 2, column: 1, is: 'stray' },
    ])
    expect(faultsOf('{na{nama}')).toEqual([{ line: 1, column: 1, is: 'unclosed' }])
    expect(faultsOf('{}')).toEqual([{ line: 1, column: 1, is: 'unknown', name: '' }])
  })

  it.each([
    '{constructor}',
    '{__proto__}',
    '{toString}',
    '{nama.length}',
    '{Nama}',
    '{ nama }',
    '${nama',
    '{#if}',
  ])('knows nothing of %s', (source) => {
    expect(faultsOf(source)).toHaveLength(1)
    expect(partsOf(source).join('')).toBe(source)
  })

  it('takes words without braces for themselves, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (any) => {
        const wording = any.replace(/[{}]/g, '')
        const { lines, faults } = parseTemplate(wording)
        expect(faults).toEqual([])
        expect(lines.map((line) => line.join('')).join('\n')).toBe(wording)
      }),
    )
  })

  it('reads anything without a throw, and in a time that grows with its length alone', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', 'nama', '\n', '$', ' ') }),
        (source) => {
          const { lines } = parseTemplate(source)
          expect(lines).toHaveLength(source.split('\n').length)
        },
      ),
    )
    const begun = performance.now()
    for (const hostile of ['{', '{a', '}', '{nama']) parseTemplate(hostile.repeat(20_000))
    expect(performance.now() - begun).toBeLessThan(5_000)
  })
})

describe('what cannot be used', () => {
  test('names the variable, its place and the nearest one there is', () => {
    expect(refusals('thanks', { body: 'Yth.\n\nIbu/Bapak {namaa}' })).toEqual([
      'body: Variabel {namaa} tidak dikenal (baris 3, kolom 11). Maksud Anda {nama}?',
    ])
    expect(refusals('thanks', { body: '{Tempat} {tauten} {harga}' }).join()).toMatch(
      /Maksud Anda \{tempat\}\?.*Maksud Anda \{tautan\}\?.*\{harga\}/,
    )
    expect(refusals('thanks', { body: '{cuaca}' })).toEqual([
      expect.stringMatching(/^body: Variabel \{cuaca\}.*Yang tersedia: \{nama\} \{media\}/),
    ])
    expect(refusals('thanks', { body: `{${'x'.repeat(2000)}}` })[0]?.length).toBeLessThan(300)
  })

  test('is told all at once, in both fields', () => {
    const shown = refusals('invitation', { subject: '{x} }', body: 'a {b' })
    expect(shown.map((line) => line.slice(0, 30))).toEqual([
      'subject: Variabel {x} tidak di',
      'subject: Kurung kurawal } tida',
      'body: Kurung kurawal { tidak d',
      'body: Pesan ini meminta jawaba',
    ])
  })

  test.each(['a\nb', 'a\rb', 'a\u2028b', 'a\r\nBcc: x@y.example'])(
    'a subject of several lines',
    (subject) => {
      expect(refusals('thanks', { subject })).toEqual(['subject: Judul hanya boleh satu baris.'])
    },
  )

  test('a message that asks for an answer without the link', () => {
    const missing = messageKind.options.filter(
      (kind) => refusals(kind, { body: 'Halo' }).length > 0,
    )
    expect(missing).toEqual([
      'invitation',
      'reminder_silent',
      'reminder_maybe',
      'reminder_attending',
      'reschedule',
      'offer',
    ])
    expect(refusals('invitation', { body: '{{tautan}}' })).toHaveLength(1)
  })
})

test('the shipped words can be used as they are', () => {
  for (const language of messageLanguage.options)
    for (const kind of messageKind.options)
      expect(
        () => requireUsable(kind, shippedTemplates[language][kind]),
        `${kind} ${language}`,
      ).not.toThrow()
})
