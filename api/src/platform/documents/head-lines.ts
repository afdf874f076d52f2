/** The head of formal letters and who signs them. */
export interface Letterhead {
  lines: string[]
  signatoryName: string
  signatoryTitle: string
  signatoryNip: string
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
