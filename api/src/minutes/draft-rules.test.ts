import { minutesBody } from '@ngopi/shared/minutes'
import { describe, expect, it } from 'vitest'
import { draftBody, type Noted, speakersOf } from './draft-rules.ts'

const noted: Noted = {
  session: {
    title: 'Ngopi',
    startsAt: '2031-10-29T02:00:00.000Z',
    endsAt: '2031-10-29T04:30:00.000Z',
    timeZone: 'Asia/Jakarta',
    venue: 'Aula',
    agenda: [],
  },
  chair: null,
  outlets: [],
  questions: [],
  promised: [],
}
const question = {
  text: 'Apa?',
  topic: null,
  answer: null,
  answeredBy: null,
  asker: null,
  outlet: null,
}
const text = (more: Partial<Noted>) => JSON.stringify(draftBody({ ...noted, ...more }))

describe('drafting minutes', () => {
  it.each([
    ['Asia/Makassar', 'pukul 10.00–12.30 WITA', 'pukul 12.30 WITA'],
    ['Asia/Jayapura', 'pukul 11.00–13.30 WIT', 'pukul 13.30 WIT'],
  ])('tells the time of the session in %s', (timeZone, hours, end) => {
    const said = text({ session: { ...noted.session, timeZone } })
    expect(said).toContain(hours)
    expect(said).toContain(end)
  })

  it('groups questions by topic, those without one first, and names who asked as far as known', () => {
    const said = text({
      questions: [
        { ...question, text: 'Satu?', topic: 'Paspor', asker: 'Laras', outlet: 'Kabar' },
        { ...question, text: 'Dua?' },
        {
          ...question,
          text: 'Tiga?',
          topic: 'Paspor',
          answer: 'Ya\n\nsekali',
          answeredBy: 'Arief',
        },
      ],
    })
    const parts = [
      'Peserta"',
      'Dua?',
      '"level":3',
      'Paspor',
      'Laras (Kabar)',
      'Satu?',
      'Tiga?',
      'Arief',
      'Ya sekali',
    ]
    const places = parts.map((part) => said.indexOf(part, said.indexOf('"Tanya jawab"')))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(said.match(/"level":3/g)).toHaveLength(1)
  })

  it('fits the contract however much was noted, and says what it left out', () => {
    const long = 'x'.repeat(200)
    const body = draftBody({
      ...noted,
      session: {
        ...noted.session,
        agenda: Array.from({ length: 50 }, () => ({ title: long, minutes: 1, speaker: long })),
      },
      outlets: Array.from({ length: 300 }, (_, i) => ({
        outlet: `${i} ${'x'.repeat(196)}`,
        present: 1,
      })),
      questions: Array.from({ length: 500 }, (_, i) => ({
        ...question,
        topic: `Topik ${i}`,
        text: 'kata '.repeat(100),
        answer: 'jawab '.repeat(100),
      })),
      promised: Array.from({ length: 200 }, () => ({
        text: 'kata '.repeat(200),
        owner: 'Ani',
        dueOn: '2031-11-05',
        state: 'kept' as const,
      })),
    })
    expect(minutesBody.safeParse(body).error).toBeUndefined()
    expect(JSON.stringify(body)).toContain('Masih ada 446 pertanyaan lain')
    expect(JSON.stringify(body)).toContain('Masih ada 170 tindak lanjut lain')
  })

  it('names every speaker once', () => {
    const part = (speaker: string | null) => ({ title: 'x', minutes: null, speaker })
    expect(speakersOf([part('A, Kepala'), part(null), part('B'), part('A')])).toEqual([
      'A, Kepala',
      'B',
    ])
  })
})
