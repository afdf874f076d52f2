import type { MinutesBody } from '@ngopi/shared/minutes'
import type { Content } from 'pdfmake/interfaces'
import { runs } from '../platform/pdf/fonts.ts'

type Block = MinutesBody[number]
type Inline = Extract<Block, { type: 'paragraph' }>['content'][number]

const linkColor = '#0e5f5a'

/** An address as a reader of paper types it; of a mail address the address alone. */
const readable = (href: string): string => href.replace(/^mailto:([^?]*).*$/is, '$1')

/** A piece of text; behind a link that does not show where it leads, the address. */
function pieces({ text, bold, href }: Inline) {
  const style = {
    ...(bold && { bold }),
    ...(href !== undefined && { link: href, color: linkColor }),
  }
  const shown = runs(text).map((run) => ({ ...run, ...style }))
  if (href === undefined || text.includes(readable(href))) return shown
  return [...shown, ...runs(` (${readable(href)})`).map((run) => ({ ...run, fontSize: 8.5 }))]
}

const said = (content: readonly Inline[]) => ({
  text: content.length > 0 ? content.flatMap(pieces) : '\u00a0',
})

const lettersIn = (content: readonly Inline[]) =>
  content.reduce((sum, { text }) => sum + text.length, 0)

type List = Extract<Block, { type: 'list' }>

const setList = ({ ordered, items }: List, first = 1): Content => {
  const set = items.map((item) => ({
    ...said(item),
    margin: [0, 0, 0, 2] as [number, number, number, number],
  }))
  return { ...(ordered ? { ol: set, start: first } : { ul: set }), margin: [8, 0, 0, 0] }
}

function setBlock(block: Block): Content {
  if (block.type === 'heading')
    return {
      ...said(block.content),
      bold: true,
      fontSize: block.level === 2 ? 11.5 : 10.5,
      margin: [0, block.level === 2 ? 10 : 5, 0, 3],
    }
  if (block.type === 'paragraph') return { ...said(block.content), margin: [0, 0, 0, 5] }
  return { stack: [setList(block)], margin: [0, 0, 0, 5] }
}

/** Whether it fits a page beyond doubt, so that it may be kept with what stands beside it. */
const isShort = (block: Block): boolean => block.type !== 'list' && lettersIn(block.content) <= 1200

/** A list whose first item stays below what announces it. */
function withFirstItem(headings: Content[], block: List): Content[] {
  const [first = [], ...others] = block.items
  if (headings.length === 0 || lettersIn(first) > 1200) return [...headings, setBlock(block)]
  const begun = setList({ ...block, items: [first] })
  return [
    { stack: [...headings, begun], unbreakable: true },
    {
      stack: others.length > 0 ? [setList({ ...block, items: others }, 2)] : [],
      margin: [0, 0, 0, 5],
    },
  ]
}

/** The body of minutes as it is set; no heading stands alone at the foot of a page. */
export function bodyContent(body: MinutesBody): Content[] {
  const content: Content[] = []
  let headings: Content[] = []
  for (const block of body) {
    const set = setBlock(block)
    if (block.type === 'heading' && isShort(block) && headings.length < 3) {
      headings.push(set)
      continue
    }
    if (block.type === 'list') content.push(...withFirstItem(headings, block))
    else if (isShort(block)) content.push({ stack: [...headings, set], unbreakable: true })
    else content.push(...headings, set)
    headings = []
  }
  return [...content, ...headings]
}
