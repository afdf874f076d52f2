import type { LinkComponentProps } from '@tanstack/react-router'

/**
 * What a link or a navigation is given for an address of `paths`. Addresses are built, not patterns, so the router's own
 * types cannot follow them; this is the one place that says so.
 */
export const linkTarget = ({
  to,
  search = {},
}: {
  to: string
  /** The whole query of the address. */
  search?: Record<string, string | undefined> | undefined
}): LinkComponentProps => ({ to, search }) as unknown as LinkComponentProps
