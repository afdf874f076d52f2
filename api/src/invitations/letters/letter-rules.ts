import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { longDay } from '../../sessions/when.ts'

/** "29 Oktober 2025", as a letter is dated; `day` is `YYYY-MM-DD`. */
export const letterDate = (day: string): string =>
  longDay({ at: `${day}T00:00:00.000Z`, zone: 'UTC' }, 'id').replace(/^[^,]+, /, '')

/** A civil servant's number in its groups of 8, 6, 1 and 3 digits; one of another length stays as written. */
export function groupedNip(nip: string): string {
  const digits = nip.replaceAll(/\D/g, '')
  const groups = /^(\d{8})(\d{6})(\d)(\d{3})$/.exec(digits)
  return groups ? groups.slice(1).join(' ') : nip.trim()
}

/** What the shipped words speak of. */
export interface LetterOccasion {
  title: string
  contactName: string | null
  contactPhone: string | null
}

/** A number as it is read aloud, kept on one line. */
export function spokenNumber(phone: string): string {
  const number = parsePhoneNumberFromString(phone, 'ID')?.formatInternational() ?? phone
  return number.replaceAll(/[\s-]+/g, '\u00a0')
}

/** The words of a letter that has none of its own. */
export function defaultBody({ title, contactName, contactPhone }: LetterOccasion): string {
  const confirm =
    contactName && contactPhone
      ? `Konfirmasi kehadiran dapat disampaikan kepada ${contactName} melalui nomor ${spokenNumber(contactPhone)}.`
      : 'Konfirmasi kehadiran dapat disampaikan melalui tautan pada undangan yang kami kirimkan.'
  return [
    'Dengan hormat,',
    `Dalam rangka mempererat kemitraan dengan rekan-rekan media, kami mengundang Bapak/Ibu untuk hadir dalam kegiatan ${title} yang akan diselenggarakan pada:`,
    `Mengingat pentingnya kegiatan tersebut, kami sangat mengharapkan kehadiran Bapak/Ibu. ${confirm}`,
    'Demikian undangan ini kami sampaikan. Atas perhatian dan kehadiran Bapak/Ibu, kami ucapkan terima kasih.',
  ].join('\n\n')
}

/**
 * The body in paragraphs, and where day, time and place stand: after the first paragraph that announces them with a
 * colon, else after the first one.
 */
export function bodyParts(body: string): { before: string[]; after: string[] } {
  const paragraphs = body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
  const announcing = paragraphs.findIndex((paragraph) => paragraph.endsWith(':'))
  const cut = Math.max(announcing, 0) + 1
  return { before: paragraphs.slice(0, cut), after: paragraphs.slice(cut) }
}

/** Whom a letter goes to. */
export interface Addressee {
  /** With titles. */
  guest: string
  position: string | null
  outlet: string | null
  /** The outlet or group whose people this guest names. */
  group: string | null
}

/** The lines below "Yth."; the press in general where it goes to nobody in particular. */
export function addresseeLines(addressee: Addressee | undefined): string[] {
  if (!addressee) return ['Rekan-rekan Media']
  const { guest, position, outlet, group } = addressee
  const office = group
    ? `Koordinator ${group}`
    : [position, outlet].filter((part) => part !== null && part !== '').join(', ')
  return office ? [guest, office] : [guest]
}

/** How the lines of a letterhead are set. */
export type HeadStyle = 'above' | 'name' | 'detail'

/**
 * Institutions stand in capitals, the last of them is the office itself; what is not in capitals is an address or a
 * number. Where nothing is in capitals the first line is the office.
 */
export function headStyles(lines: readonly string[]): { text: string; style: HeadStyle }[] {
  const capitals = lines.map((line) => /\p{Lu}/u.test(line) && line === line.toUpperCase())
  const name = Math.max(capitals.lastIndexOf(true), 0)
  return lines.map((text, i) => ({
    text,
    style: i === name ? 'name' : capitals[i] ? 'above' : 'detail',
  }))
}

/** A name for the file, of letters, digits and dashes alone. */
export function letterFileName(...parts: string[]): string {
  const plain = parts
    .join(' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return `${plain.slice(0, 80).replace(/-+$/, '') || 'surat'}.pdf`
}
