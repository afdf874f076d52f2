import { getDomain } from 'tldts'

/**
 * The registrable domain of an address (Public Suffix List), in lower case and punycode; a blog under a shared host
 * counts as a domain of its own. Null for an IP address or a bare suffix.
 */
export const domainOf = (website: string): string | null =>
  getDomain(new URL(website).hostname, { allowPrivateDomains: true })
