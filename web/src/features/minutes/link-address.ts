import { inline } from '@ngopi/shared/minutes'

/** Whether minutes may link there: the web and mail alone. */
export const isLinkable = (href: unknown): href is string =>
  typeof href === 'string' && inline.shape.href.safeParse(href).success

/** The address meant by what was typed, with the scheme that people leave out; undefined for none. */
export const linkOf = (typed: string): string | undefined => {
  const address = typed.trim()
  if (/\s/.test(address)) return undefined
  if (isLinkable(address)) return address
  if (/^[^@:/]+@[^@:/]+\.[^@:/]+$/.test(address)) return `mailto:${address}`
  const onWeb = `https://${address}`
  return /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(address) && isLinkable(onWeb) ? onWeb : undefined
}
