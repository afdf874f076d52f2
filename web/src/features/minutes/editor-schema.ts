import { Node } from '@tiptap/core'
import { Fragment, type Node as ProseNode, Slice } from '@tiptap/pm/model'
import { StarterKit } from '@tiptap/starter-kit'
import { isLinkable } from './link-address.ts'

/** One paragraph each: lists stand in no list. */
const ListItem = Node.create({
  name: 'listItem',
  content: 'paragraph',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.splitListItem(this.name) }
  },
})

/** Headings, paragraphs, flat lists, bold and links; whatever else is typed or pasted becomes one of these. */
export const extensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    dropcursor: false,
    gapcursor: false,
    hardBreak: false,
    horizontalRule: false,
    italic: false,
    listItem: false,
    strike: false,
    trailingNode: false,
    underline: false,
    heading: { levels: [2, 3] },
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      isAllowedUri: isLinkable,
      HTMLAttributes: { rel: 'noreferrer', target: null },
    },
  }),
  ListItem,
]

const isList = ({ type }: ProseNode) => type.name === 'bulletList' || type.name === 'orderedList'

/** Lists that stood in a list come out below one another; those of a kind are one list again. */
export const withJoinedLists = ({ content, openStart, openEnd }: Slice): Slice => {
  const nodes: ProseNode[] = []
  for (const node of content.content) {
    const last = nodes.at(-1)
    if (last && isList(last) && last.type === node.type)
      nodes[nodes.length - 1] = last.copy(last.content.append(node.content))
    else nodes.push(node)
  }
  return new Slice(Fragment.fromArray(nodes), openStart, openEnd)
}
