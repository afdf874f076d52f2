import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { linkTarget } from './link-target.ts'

interface To {
  /** From `paths`. */
  to: string
  /** The whole query of the address; nothing by default. */
  search?: Record<string, string | undefined>
  children: ReactNode
}

/** A link within the app. */
export const AppLink = ({ to, search, children, ...props }: To & AnchorProps) => (
  <Anchor {...props} component={Link} {...linkTarget({ to, search })}>
    {children}
  </Anchor>
)

/** A link within the app that looks like a button. */
export const ButtonLink = ({ to, search, children, ...props }: To & ButtonProps) => (
  <Button {...props} component={Link} {...linkTarget({ to, search })}>
    {children}
  </Button>
)
