import { spokenNumber } from '../platform/documents/spelling.ts'

/** What the shipped words speak of. */
export interface LetterOccasion {
  title: string
  contactName: string | null
  contactPhone: string | null
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
