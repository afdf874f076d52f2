import type { MinutesBody } from '@ngopi/shared/minutes'
import { letterDate } from '../platform/documents/spelling.ts'
import { clock, hours, longDay, zoneName } from '../platform/when.ts'
import { programmeOf } from '../sessions/programme.ts'
import type { AgendaItem } from '../sessions/tables.ts'

type Block = MinutesBody[number]
type Inline = Extract<Block, { type: 'paragraph' }>['content'][number]

/** How many came of one outlet; null: of none. */
export interface OutletCount {
  outlet: string | null
  present: number
}

export interface Question {
  text: string
  topic: string | null
  answer: string | null
  answeredBy: string | null
  asker: string | null
  outlet: string | null
}

export interface Promised {
  text: string
  owner: string
  /** `YYYY-MM-DD`. */
  dueOn: string
  state: 'open' | 'kept' | 'dropped'
}

/** What the office noted of a session, nothing of it off the record. */
export interface Noted {
  session: {
    title: string
    /** ISO instants. */
    startsAt: string
    endsAt: string
    /** IANA zone. */
    timeZone: string
    venue: string
    agenda: readonly AgendaItem[]
  }
  chair: string | null
  outlets: readonly OutletCount[]
  questions: readonly Question[]
  promised: readonly Promised[]
}

/** What one piece and one list may hold at most, as the contract has it. */
const mostInPiece = 4000
const mostItems = 200

/** The first of the items, at most so many and with so many letters, for the whole to stay within the contract. */
function fitting<T>(items: readonly T[], lettersIn: (item: T) => number, limit: Most): T[] {
  let letters = 0
  return items.filter((item, i) => {
    letters += lettersIn(item)
    return i < limit.items && letters <= limit.letters
  })
}

interface Most {
  items: number
  letters: number
}

/** Words on one line, in pieces as long as the contract takes. */
function inline(text: string, bold?: true): Inline[] {
  const clean = text.replaceAll(/\s+/g, ' ').trim()
  const pieces = clean.match(new RegExp(`.{1,${mostInPiece}}`, 'gsu')) ?? []
  return pieces.map((piece) => ({ text: piece, ...(bold && { bold }) }))
}

const heading = (text: string, level = 2): Block => ({
  type: 'heading',
  level,
  content: inline(text),
})
const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content })
const said = (text: string): Block => paragraph(...inline(text))
const list = (ordered: boolean, items: Inline[][]): Block => ({
  type: 'list',
  ordered,
  items: items.slice(0, mostItems),
})

/** Who spoke, each once, in the order of the programme; who is named with a title there need not be named without. */
export function speakersOf(agenda: readonly AgendaItem[]): string[] {
  const named = [...new Set(agenda.flatMap(({ speaker }) => (speaker ? [speaker] : [])))]
  return named.filter((name) => !named.some((other) => other.startsWith(`${name},`)))
}

function programme({ agenda, startsAt, timeZone: zone }: Noted['session']): Block[] {
  if (agenda.length === 0) return [said('Susunan acara tidak dicatat.')]
  const items = programmeOf(agenda, startsAt).map(({ begins, title, speaker }) => {
    const at = begins
      ? `${clock({ at: begins, zone }, 'id')} ${zoneName({ at: begins, zone })}: `
      : ''
    return inline(`${at}${title}${speaker ? ` (${speaker})` : ''}`)
  })
  return [list(true, items)]
}

function attended(outlets: readonly OutletCount[]): Block[] {
  const people = outlets.reduce((sum, { present }) => sum + present, 0)
  if (people === 0) return [said('Belum ada peserta yang tercatat hadir.')]
  const named = outlets.filter(({ outlet }) => outlet !== null)
  return [
    said(
      `Hadir ${people} orang${named.length > 0 ? ` dari ${named.length} media` : ''}, sebagaimana tercantum dalam daftar hadir terlampir.`,
    ),
    list(
      false,
      outlets.map(({ outlet, present }) => inline(`${outlet ?? 'Tanpa media'}: ${present} orang`)),
    ),
  ]
}

function course({ agenda }: Noted['session']): Block[] {
  const spoken = agenda.filter(({ speaker }) => speaker)
  return [
    said(
      'Pertemuan berlangsung menurut susunan acara di atas. Pokok-pokok yang disampaikan adalah sebagai berikut.',
    ),
    ...(spoken.length > 0
      ? [
          list(
            false,
            spoken.map(({ title, speaker }) => [
              ...inline(speaker ?? '', true),
              ...inline(`: ${title}`),
            ]),
          ),
        ]
      : []),
  ]
}

/** Said of a question to which nobody gave an answer. */
export const notAnswered = 'Pertanyaan ini belum dijawab dalam pertemuan.'

function exchange({ text, answer, answeredBy, asker, outlet }: Question): Block[] {
  const who = [asker ?? 'Peserta', outlet && `(${outlet})`].filter(Boolean).join(' ')
  return [
    paragraph(...inline(who, true), { text: ': ' }, ...inline(text)),
    answer
      ? paragraph(...inline(answeredBy ?? 'Jawaban', true), { text: ': ' }, ...inline(answer))
      : said(notAnswered),
  ]
}

/** Questions below their topics, those without one first; as many as fit, and how many did not. */
function exchanges(questions: readonly Question[]): Block[] {
  if (questions.length === 0) return [said('Tidak ada pertanyaan yang dicatat.')]
  const shown = fitting(questions, ({ text, answer }) => text.length + (answer?.length ?? 0), {
    items: 150,
    letters: 60_000,
  })
  const topics = new Set([null, ...shown.map(({ topic }) => topic)])
  const left = questions.length - shown.length
  return [
    ...[...topics].flatMap((topic) => [
      ...(topic === null ? [] : [heading(topic, 3)]),
      ...shown.filter((question) => question.topic === topic).flatMap(exchange),
    ]),
    ...(left > 0 ? [said(`Masih ada ${left} pertanyaan lain dalam catatan tanya jawab.`)] : []),
  ]
}

const outcomes = { open: '', kept: ', sudah dipenuhi', dropped: ', tidak dilanjutkan' }

function commitmentBlocks(promised: readonly Promised[]): Block[] {
  if (promised.length === 0) return [said('Tidak ada tindak lanjut yang dicatat.')]
  const shown = fitting(promised, ({ text }) => text.length, { items: mostItems, letters: 30_000 })
  const left = promised.length - shown.length
  return [
    list(
      true,
      shown.map(({ text, owner, dueOn, state }) => [
        ...inline(text.replace(/[\s.]+$/, '')),
        ...inline(
          ` (penanggung jawab: ${owner}; paling lambat ${letterDate(dueOn)}${outcomes[state]})`,
        ).map((piece) => ({ ...piece, text: ` ${piece.text}` })),
      ]),
    ),
    ...(left > 0 ? [said(`Masih ada ${left} tindak lanjut lain dalam catatan kantor.`)] : []),
  ]
}

/** The minutes as far as they follow from what was noted, in the words of an Indonesian office. */
export function draftBody({ session, chair, outlets, questions, promised }: Noted): MinutesBody {
  const { startsAt, endsAt, timeZone: zone } = session
  const speakers = speakersOf(session.agenda)
  const end = `${clock({ at: endsAt, zone }, 'id')} ${zoneName({ at: endsAt, zone })}`
  return [
    heading('Waktu dan tempat'),
    said(
      `${session.title} diselenggarakan pada hari ${longDay({ at: startsAt, zone }, 'id')}, pukul ${hours(session, 'id')}, bertempat di ${session.venue}.`,
    ),
    heading('Pimpinan rapat'),
    said(chair ? `Pertemuan dipimpin oleh ${chair}.` : 'Pimpinan pertemuan belum dicatat.'),
    ...(speakers.length > 0 ? [said(`Narasumber: ${speakers.join('; ')}.`)] : []),
    heading('Acara'),
    ...programme(session),
    heading('Peserta'),
    ...attended(outlets),
    heading('Jalannya pertemuan'),
    ...course(session),
    heading('Tanya jawab'),
    ...exchanges(questions),
    heading('Tindak lanjut'),
    ...commitmentBlocks(promised),
    heading('Penutup'),
    said(
      `Pertemuan ditutup pada pukul ${end}. Demikian notula ini disusun untuk dipergunakan sebagaimana mestinya.`,
    ),
  ]
}
