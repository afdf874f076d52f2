/** What stands before an item: as an office writes it. */
const markers: Record<string, (n: number) => string> = {
  'lower-alpha': (n) => letters(n),
  'upper-alpha': (n) => letters(n).toUpperCase(),
  'lower-roman': (n) => roman(n),
  'upper-roman': (n) => roman(n).toUpperCase(),
}

const styles: Record<string, string> = {
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
}

const letters = (n: number): string =>
  n <= 0 ? '' : letters(Math.floor((n - 1) / 26)) + String.fromCharCode(97 + ((n - 1) % 26))

const roman = (n: number): string => {
  const signs = ['x', 'ix', 'v', 'iv', 'i'] as const
  const worth = { x: 10, ix: 9, v: 5, iv: 4, i: 1 }
  const sign = signs.find((one) => worth[one] <= n)
  return sign ? sign + roman(n - worth[sign]) : ''
}

export const isListElement = (node: Node): node is HTMLElement =>
  node instanceof HTMLElement && ['OL', 'UL'].includes(node.tagName)

/** How a list numbers: by its type, or by the style that a word processor puts on it or on its items. */
const styleOf = (list: HTMLElement, item: Element): string => {
  const type = list.getAttribute('type') ?? ''
  const said = `${item.getAttribute('data-style') ?? ''};${list.getAttribute('data-style') ?? ''}`
  return styles[type] ?? said.match(/list-style(?:-type)?\s*:\s*([a-z-]+)/i)?.[1] ?? 'decimal'
}

interface WrittenItem {
  marker: string
  /** The item without the lists in it. */
  content: Node[]
}

const writtenItems = (list: HTMLElement, above: string): WrittenItem[] => {
  const items: WrittenItem[] = []
  let number = Number(list.getAttribute('start') ?? 1) - 1
  let last = above
  for (const child of list.childNodes) {
    // Google Docs puts a list into a list, beside its items.
    if (isListElement(child)) items.push(...writtenItems(child, last))
    if (!(child instanceof HTMLElement) || child.tagName !== 'LI') continue
    number = Number(child.getAttribute('value') ?? number + 1)
    const style = styleOf(list, child)
    last = markers[style]?.(number) ?? `${above}${number}`
    const nested = [...child.querySelectorAll<HTMLElement>('ol, ul')].filter(
      (one) => one.parentElement?.closest('ol, ul') === list,
    )
    for (const one of nested) one.remove()
    items.push({
      marker: list.tagName === 'UL' ? '–' : `${last}.`,
      content: [...child.childNodes],
    })
    const path = list.tagName === 'UL' || markers[style] ? '' : `${last}.`
    for (const one of nested) items.push(...writtenItems(one, path))
  }
  return items
}

/** Whether a flat list that counts from one says all that this one says. */
const isPlain = (list: HTMLElement): boolean => {
  // Bullets within bullets lose nothing when they stand below one another.
  if (list.tagName === 'UL') return !list.querySelector('ol')
  if (list.querySelector('ol, ul')) return false
  const items = [...list.children]
  return (
    Number(list.getAttribute('start') ?? 1) === 1 &&
    items.every((item) => !item.hasAttribute('value') && styleOf(list, item) === 'decimal')
  )
}

/** Turns lists that minutes cannot hold, nested or counted otherwise, into paragraphs with their numbers written out. */
export const writeOutLists = (root: HTMLElement): void => {
  const outer = [...root.querySelectorAll<HTMLElement>('ol, ul')].filter(
    (list) => !list.parentElement?.closest('ol, ul'),
  )
  for (const list of outer) {
    if (isPlain(list)) continue
    const paragraphs = writtenItems(list, '').map(({ marker, content }) => {
      const paragraph = root.ownerDocument.createElement('p')
      paragraph.append(`${marker} `, ...content.flatMap(inlineParts))
      return paragraph
    })
    list.replaceWith(...paragraphs)
  }
}

/** What stands in a node, its blocks apart by a space. */
const inlineParts = (node: Node): Node[] =>
  node instanceof HTMLElement && ['P', 'DIV'].includes(node.tagName)
    ? [...node.childNodes, node.ownerDocument.createTextNode(' ')]
    : [node]
