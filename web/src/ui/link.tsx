import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core'
import { Link, type LinkComponentProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'

interface To {
  /** From `paths`. */
  to: string
  /** The whole query of the address; nothing by default. */
  search?: Record<string, string | undefined>
  children: ReactNode
}

const target = ({ to, search }: Omit<To, 'children'>) =>
  ({ to, search: search ?? {} }) as unknown as LinkComponentProps

/** A link within the app. */
export const AppLink = ({ to, search, children, ...props }: To & AnchorProps) => (
  <Anchor {...props} component={Link} {...target({ to, ...(search ? { search } : {}) })}>
    {children}
  </Anchor>
)

/** A link within the app that looks like a button. */
export const ButtonLink = ({ to, search, children, ...props }: To & ButtonProps) => (
  <Button {...props} component={Link} {...target({ to, ...(search ? { search } : {}) })}>
    {children}
  </Button>
)
