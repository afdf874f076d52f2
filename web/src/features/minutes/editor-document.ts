import type { MinutesBody } from '@ngopi/shared/minutes'
import type { JSONContent } from '@tiptap/core'
import { isLinkable } from './link-address.ts'

type Block = MinutesBody[number]
type Inline = Extract<Block, { type: 'paragraph' }>['content'][number]

/** Letters that one piece of text may have, by the contract. */
const mostInPiece = 4000

const textNode = ({ text, bold, href }: Inline): JSONContent => {
  const marks = [
    ...(href === undefined ? [] : [{ type: 'link', attrs: { href } }]),
    ...(bold ? [{ type: 'bold' }] : []),
  ]
  return { type: 'text', text, ...(marks.length > 0 && { marks }) }
}

const paragraphNode = (content: readonly Inline[]): JSONContent => ({
  type: 'paragraph',
  content: content.map(textNode),
})

const blockNode = (block: Block): JSONContent => {
  if (block.type === 'paragraph') return paragraphNode(block.content)
  if (block.type === 'heading')
    return {
      type: 'heading',
      attrs: { level: block.level },
      content: block.content.map(textNode),
    }
  return {
    type: block.ordered ? 'orderedList' : 'bulletList',
    content: block.items.map((item) => ({ type: 'listItem', content: [paragraphNode(item)] })),
  }
}

/** The body as the editor holds it; an empty one is one empty paragraph to write in. */
export const toDocument = (body: MinutesBody): JSONContent => ({
  type: 'doc',
  content: body.length > 0 ? body.map(blockNode) : [{ type: 'paragraph' }],
})

/** The same text in as many pieces as the contract wants, no letter of two halves cut. */
const pieces = (text: string): string[] =>
  text.match(
    new RegExp(`[^]{1,${mostInPiece - 1}}(?:(?<=[\\ud800-\\udbff])[\\udc00-\\udfff])?`, 'g'),
  ) ?? []

const inlineOf = ({ text = '', marks = [] }: JSONContent): Inline[] => {
  const href: unknown = marks.find(({ type }) => type === 'link')?.attrs?.href
  const bold = marks.some(({ type }) => type === 'bold')
  return pieces(text).map((piece) => ({
    text: piece,
    ...(bold && { bold }),
    ...(isLinkable(href) && { href }),
  }))
}

const contentOf = (node: JSONContent | undefined): Inline[] =>
  (node?.content ?? []).flatMap(inlineOf)

const blockOf = (node: JSONContent): Block => {
  if (node.type === 'heading')
    return { type: 'heading', level: node.attrs?.level === 3 ? 3 : 2, content: contentOf(node) }
  if (node.type === 'orderedList' || node.type === 'bulletList')
    return {
      type: 'list',
      ordered: node.type === 'orderedList',
      items: (node.content ?? []).map((item) => contentOf(item.content?.[0])),
    }
  return { type: 'paragraph', content: contentOf(node) }
}

/** What the editor holds, in the blocks of the contract. */
export const toBody = (document: JSONContent): MinutesBody => (document.content ?? []).map(blockOf)
