import { Anchor } from '@mantine/core'
import type { MinutesBody } from '@ngopi/shared/minutes'
import { isLinkable } from './link-address.ts'
import classes from './minutes.module.css'

type Block = MinutesBody[number]
type Content = Extract<Block, { type: 'paragraph' }>['content']

// The same text may stand at several places; a place is what tells pieces apart.
const numbered = <T,>(all: readonly T[]) => all.map((one, position) => ({ one, place: position }))

const Words = ({ content }: { content: Content }) =>
  numbered(content).map(({ one: { text, bold, href }, place: position }) => {
    const marked = bold ? (
      <strong key={position}>{text}</strong>
    ) : (
      <span key={position}>{text}</span>
    )
    if (!isLinkable(href)) return marked
    return (
      <Anchor
        key={position}
        href={href}
        target="_blank"
        rel="noreferrer"
        underline="always"
        inherit
      >
        {marked}
      </Anchor>
    )
  })

const BlockView = ({ block }: { block: Block }) => {
  if (block.type === 'list') {
    const List = block.ordered ? 'ol' : 'ul'
    return (
      <List>
        {numbered(block.items).map(({ one, place: position }) => (
          <li key={position}>
            <Words content={one} />
          </li>
        ))}
      </List>
    )
  }
  const Tag = block.type === 'paragraph' ? 'p' : block.level === 3 ? 'h3' : 'h2'
  // A heading nobody has written yet would be read aloud as nothing.
  if (Tag !== 'p' && block.content.length === 0) return null
  return (
    <Tag>
      <Words content={block.content} />
    </Tag>
  )
}

/** The text of minutes, for reading. */
export const BodyView = ({ body }: { body: MinutesBody }) => (
  <div className={classes.text}>
    {numbered(body).map(({ one, place: position }) => (
      <BlockView key={position} block={one} />
    ))}
  </div>
)
