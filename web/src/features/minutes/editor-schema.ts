import { Node } from '@tiptap/core'
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

/** Headings of other texts on the two levels there are. */
export const withOwnHeadings = (html: string): string =>
  html.replaceAll(/<(\/?)h1\b/gi, '<$1h2').replaceAll(/<(\/?)h[4-6]\b/gi, '<$1h3')
