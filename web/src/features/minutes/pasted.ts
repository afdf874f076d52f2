import { writeOutLists } from './pasted-lists.ts'

/** Between the cells of a row. */
const between = ' · '

/** In the place of a cell with nothing in it, so that the others stay in their columns. */
const nothing = '–'

const raised: Record<string, string> = { '-': '⁻', '+': '⁺' }
for (const [i, sign] of [...'⁰¹²³⁴⁵⁶⁷⁸⁹'].entries()) raised[i] = sign
const lowered: Record<string, string> = {}
for (const [i, sign] of [...'₀₁₂₃₄₅₆₇₈₉'].entries()) lowered[i] = sign

const textOf = (node: Element): string => (node.textContent ?? '').replaceAll(/\s+/g, ' ').trim()

/** 10 to the sixth must not become 106. */
const writePowers = (root: HTMLElement) => {
  for (const [tag, signs] of [
    ['sup', raised],
    ['sub', lowered],
  ] as const)
    for (const element of root.querySelectorAll(tag)) {
      const text = textOf(element)
      const known = [...text].every((sign) => sign in signs)
      element.replaceWith(known ? [...text].map((sign) => signs[sign]).join('') : ` ${text} `)
    }
}

/** Bold is what a word processor says it is, by an element or by a style. */
const readBold = (root: HTMLElement) => {
  for (const element of root.querySelectorAll('b[data-style], span[data-style]')) {
    const weight = element.getAttribute('data-style')?.match(/font-weight\s*:\s*(\w+)/i)?.[1] ?? ''
    const bold = element.tagName === 'B' ? weight !== 'normal' && weight !== '400' : false
    if (bold || !weight) continue
    const parts = [...element.childNodes]
    if (element.tagName === 'SPAN' && (weight === 'bold' || Number(weight) >= 600)) {
      const strong = root.ownerDocument.createElement('strong')
      strong.append(...parts)
      element.replaceWith(strong)
    } else element.replaceWith(...parts)
  }
}

/** Blocks within a cell or an item, and the lines of one, stand apart by a space. */
const separateInside = (root: HTMLElement) => {
  for (const line of root.querySelectorAll('td br, th br, li br')) line.replaceWith(' ')
  for (const block of root.querySelectorAll('td p, td div, td li, th p, th div, li > p, li > div'))
    block.append(' ')
}

/** Each row is a paragraph: minutes have no tables, but keep what stood in them. */
const writeRows = (root: HTMLElement) => {
  // The innermost first: a table within a cell is read as text of that cell.
  for (const table of [...root.querySelectorAll('table')].reverse()) {
    const rows = [...table.querySelectorAll('tr')].map((row) => {
      const cells = [...row.children].filter((cell) => ['TD', 'TH'].includes(cell.tagName))
      const texts = cells.map((cell) => textOf(cell) || nothing)
      const paragraph = root.ownerDocument.createElement('p')
      if (texts.every((text) => text === nothing)) return paragraph
      const line = texts.join(between)
      const head = cells.every((cell) => cell.tagName === 'TH')
      paragraph.append(line)
      if (head) {
        const strong = root.ownerDocument.createElement('strong')
        strong.append(line)
        paragraph.replaceChildren(strong)
      }
      return paragraph
    })
    table.replaceWith(...rows.filter((row) => row.childNodes.length > 0))
  }
}

/** A line that was broken by hand is a paragraph of its own. */
const splitLines = (root: HTMLElement) => {
  for (const line of root.querySelectorAll('br')) {
    const block = line.closest('p, h2, h3')
    if (!block) {
      const before = root.ownerDocument.createElement('p')
      line.replaceWith(before)
      continue
    }
    const range = root.ownerDocument.createRange()
    range.setStart(block, 0)
    range.setEndBefore(line)
    const first = block.cloneNode(false) as Element
    first.append(range.extractContents())
    line.remove()
    if (textOf(first)) block.before(first)
  }
}

/**
 * HTML of a word processor, a spreadsheet or a page as minutes can hold it: headings on two levels, rows of a table and
 * lines as paragraphs, lists flat or with their numbers written out, bold where it was, and no styles, which no policy
 * lets in.
 */
export const withOwnMarkup = (html: string): string => {
  const unstyled = html
    .replaceAll(/<!--.*?-->|<!\[.*?\]>|<style\b.*?<\/style>|<script\b.*?<\/script>/gis, '')
    .replaceAll(/<[^>]*>/g, (tag) =>
      tag
        .replaceAll(/\sstyle\s*=/gi, ' data-style=')
        .replace(/^<(\/?)h1\b/i, '<$1h2')
        .replace(/^<(\/?)h[4-6]\b/i, '<$1h3'),
    )
  // A text that was copied here is in these forms already.
  if (!/data-pm-slice/.test(unstyled)) {
    const root = new DOMParser().parseFromString(unstyled, 'text/html').body
    writePowers(root)
    readBold(root)
    separateInside(root)
    writeRows(root)
    writeOutLists(root)
    splitLines(root)
    for (const element of root.querySelectorAll('[data-style]'))
      element.removeAttribute('data-style')
    return root.innerHTML
  }
  return unstyled.replaceAll(/\sdata-style=("[^"]*"|'[^']*'|[^\s>]*)/gi, '')
}

/** Plain text with tabs is a table: its cells stand apart in the lines that its rows are. */
export const withSeparateCells = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map((line) => {
      const row = line.replace(/\t+$/, '')
      if (!row.trim().includes('\t')) return row.replaceAll('\t', ' ')
      return row
        .split('\t')
        .map((cell) => cell.trim() || nothing)
        .join(between)
    })
    .join('\n')
