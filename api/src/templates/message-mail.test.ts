import { expect, test } from 'vitest'
import { letterSaying, madeLetter } from './made-guest-message.testing.ts'
import { mailOf } from './message-text.ts'

const bodyOf = (html: string) => html.slice(html.indexOf('<body'))

/** What a reader sees of a mail, one line for each. */
const seen = (html: string) =>
  bodyOf(html)
    .replace(/<br\/>|<\/p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')

test('says in HTML what it says in text, with the personal link as the one button', () => {
  const { html, text } = mailOf(
    madeLetter({ mapUrl: 'https://maps.example/aula?a=1&b=2' }),
    'invitation',
  )
  expect(html).toContain('<html lang="id">')
  expect(html.match(/class="button"/g)).toHaveLength(1)
  expect(html).toMatch(
    /<a class="button" href="https:\/\/ngopi\.example\/u\/abc"[^>]*>Jawab undangan<\/a>/,
  )
  expect(html).toContain('href="https://maps.example/aula?a=1&amp;b=2"')
  expect(html).toContain('href="https://ngopi.example/u/abc/opt-out"')
  const shown = seen(html)
  const lines = text.split('\n').filter((line) => line !== '' && line !== '--')
  for (const line of lines.slice(0, -1)) {
    expect(shown).toContain(line === 'https://ngopi.example/u/abc' ? 'Jawab undangan' : line)
  }
  expect(text).toMatch(
    /\n\n--\nBerhenti menerima undangan: https:\/\/ngopi\.example\/u\/abc\/opt-out\n$/,
  )
})

test('leads an English reader to English pages', () => {
  const { html, text, subject } = mailOf(madeLetter({ language: 'en' }), 'cancel')
  expect(subject).toBe('Cancelled: Ngopi Bareng Humas')
  expect(html).toContain('<html lang="en">')
  expect(html).toMatch(
    /href="https:\/\/ngopi\.example\/u\/abc\?bahasa=en"[^>]*>Open your invitation</,
  )
  expect(text).toContain('https://ngopi.example/u/abc/opt-out?bahasa=en')
})

test('escapes whatever was typed, in words and in addresses', () => {
  const attack = `"><script>alert(1)</script><img src=x onerror=alert(1)>'&`
  const { html } = mailOf(
    letterSaying(
      `${attack}\n{nama} {media} {peta}`,
      {
        guest: attack,
        outlet: 'javascript:alert(1)',
        mapUrl: 'javascript:alert(1)',
        office: attack,
        title: attack,
      },
      `${attack}{acara}`,
    ),
    'thanks',
  )
  expect(html).not.toMatch(/<script|<img/)
  expect(html).not.toMatch(/href="(?!https:\/\/ngopi\.example)/)
  expect(seen(html).split('alert(1)</script>')).toHaveLength(4)
})

test('links nothing that an office merely wrote', () => {
  const { html } = mailOf(
    letterSaying('Baca https://lain.example dan {tautan}\n\n{tautan}\n\n{tautan}'),
    'thanks',
  )
  expect(html).not.toContain('href="https://lain.example')
  expect(html.match(/href="https:\/\/ngopi\.example\/u\/abc"/g)).toHaveLength(3)
  expect(html.match(/class="button"/g)).toHaveLength(1)
})
