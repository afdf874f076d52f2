import { Anchor } from '@mantine/core'
import type { MinutesBody } from '@ngopi/shared/minutes'
import { isLinkable } from './link-address.ts'
import classes from './minutes.module.css'

type Block = MinutesBody[number]
type Content = Extract<Block, { type: 'paragraph' }>['content']

// The same text may stand at several places; a place is what tells pieces apart.
const numbered = <T,>(all: readonly T[]) => all.map((one, place) => ({ one, place }))

const Words = ({ content }: { content: Content }) =>
  numbered(content).map(({ one: { text, bold, href }, place }) => {
    const words = bold ? <strong key={place}>{text}</strong> : <span key={place}>{text}</span>
    if (!isLinkable(href)) return words
    return (
      <Anchor key={place} href={href} target="_blank" rel="noreferrer" underline="always" inherit>
        {words}
      </Anchor>
    )
  })

const BlockView = ({ block }: { block: Block }) => {
  if (block.type === 'list') {
    const List = block.ordered ? 'ol' : 'ul'
    return (
      <List>
        {numbered(block.items).map(({ one, place }) => (
          <li key={place}>
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
    {numbered(body).map(({ one, place }) => (
      <BlockView key={place} block={one} />
    ))}
  </div>
)
