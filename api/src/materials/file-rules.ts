import type { MaterialType } from '@ngopi/shared/materials'

const endings: Record<MaterialType, readonly string[]> = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'video/mp4': ['mp4', 'm4v'],
  'text/plain': ['txt'],
  'text/csv': ['csv'],
}

const endingOf = (name: string): string =>
  /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/** Names of the entries of a ZIP, from its directory alone: nothing is unpacked. Undefined for a broken one. */
function entriesOf(zip: Buffer): string[] | undefined {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  // The end record is 22 bytes and its comment fills the rest of the file, so nothing hides behind it.
  if (end < 0 || end + 22 > zip.length || end + 22 + zip.readUInt16LE(end + 20) !== zip.length)
    return undefined
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  const names: string[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || zip.readUInt32LE(at) !== 0x02014b50) return undefined
    const length = zip.readUInt16LE(at + 28)
    names.push(zip.toString('utf8', at + 46, at + 46 + length))
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return at === end ? names : undefined
}

/** An office document without macros. */
function officeKind(zip: Buffer): MaterialType | undefined {
  const names = entriesOf(zip)
  if (!names?.includes('[Content_Types].xml')) return undefined
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) return undefined
  const base = 'application/vnd.openxmlformats-officedocument' as const
  if (names.includes('word/document.xml')) return `${base}.wordprocessingml.document`
  if (names.includes('ppt/presentation.xml')) return `${base}.presentationml.presentation`
  if (names.includes('xl/workbook.xml')) return `${base}.spreadsheetml.sheet`
  return undefined
}

/** Plain words under a name that says so; what a browser or a shell could take for more is none. */
function textKind(content: Buffer, name: string): MaterialType | undefined {
  const ending = endingOf(name)
  if (ending !== 'txt' && ending !== 'csv') return undefined
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return undefined
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text)) return undefined
  if (
    /^\s*(#!|\{\\rtf|MZ)/.test(text) ||
    /<\s*[!?]?(doctype|html|head|body|svg|script|iframe|xml)\b/i.test(text)
  )
    return undefined
  return ending === 'csv' ? 'text/csv' : 'text/plain'
}

/** What a file is by its content; the name decides between plain text and CSV alone. Undefined for what is not taken. */
export function kindOf(content: Buffer, name: string): MaterialType | undefined {
  const starts = (mark: string, at = 0) => content.toString('latin1', at, at + mark.length) === mark
  if (starts('%PDF-1.') || starts('%PDF-2.')) return 'application/pdf'
  if (starts('\x89PNG\r\n\x1a\n') && starts('IHDR', 12)) return 'image/png'
  if (starts('\xff\xd8\xff')) return 'image/jpeg'
  if (starts('RIFF') && starts('WEBPVP8', 8)) return 'image/webp'
  if (
    starts('ftyp', 4) &&
    /^(isom|iso[2-6]|mp4[12]|avc1|M4V |dash|MSNV)$/.test(content.toString('latin1', 8, 12))
  )
    return 'video/mp4'
  if (starts('PK\x03\x04')) return officeKind(content)
  return textKind(content, name)
}

/**
 * A file name that is safe to keep and to hand on: no folder, no control or direction character, at most 120
 * characters, with the ending of what the file is.
 */
export function cleanName(given: string, kind: MaterialType): string {
  const [usual = ''] = endings[kind]
  const bare = (given.normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{C}"<>:|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const own = endingOf(bare)
  const ending = endings[kind].includes(own) ? own : usual
  const stem = (own ? bare.slice(0, -own.length - 1) : bare).replace(/[.\s]+$/, '')
  // Cut by whole characters: half of a pair would not be text.
  return `${[...(stem || 'materi')].slice(0, 119 - ending.length).join('')}.${ending}`
}
