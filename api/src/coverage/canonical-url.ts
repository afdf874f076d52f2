import { getDomain } from 'tldts'

/** Subdomains under which outlets serve the same articles once more. */
const twinHosts = /^(?:www|m|amp|mobile)\./

/** Parameters that say where a reader came from, or how a page is shown, never which article it is. */
const trackers = new Set(
  `fbclid gclid gclsrc gbraid wbraid dclid msclkid yclid twclid ttclid igshid igsh mc_cid mc_eid mkt_tok
   _ga _gl _hsenc _hsmi fb_action_ids fb_action_types fb_source fb_ref ref ref_src ref_url spm cmpid ncid ocid smid
   s_cid sr_share share xtor vero_id zanpid oly_enc_id oly_anon_id rb_clickid __twitter_impression
   amp amp_js_v amp_gsa amp_r usqp aoh jxconn jxclick jxrecoid wtag single`.split(/\s+/),
)

/** Parameters of which only some values are a way of showing the page. */
const showing = new Map([
  ['page', /^(?:all|1|)$/i],
  ['showpage', /^(?:all|1|)$/i],
  ['output', /^amp$/i],
  ['outputtype', /^amp$/i],
])

const isNoise = (name: string, value: string): boolean => {
  const key = name.toLowerCase()
  return key.startsWith('utm_') || trackers.has(key) || showing.get(key)?.test(value) === true
}

/** The address an AMP cache stands for: Google's viewer and the caches of the AMP project. */
function behindCache(url: URL): string | undefined {
  const cached = url.hostname.endsWith('.cdn.ampproject.org')
    ? /^\/[a-z]+\/(?:s\/)?(.+)$/.exec(url.pathname)
    : /^(?:www\.)?google\.[a-z.]+$/.test(url.hostname) && /^\/amp\/(?:s\/)?(.+)$/.exec(url.pathname)
  const inner = cached ? cached[1] : undefined
  const address = `https://${inner}${url.search}`
  return inner && /^[^/]+\.[^/]/.test(inner) && URL.canParse(address) ? address : undefined
}

function plainHost(url: URL): string {
  let host = url.hostname.replace(/\.$/, '')
  // Never into the registrable domain itself: m.com is a site of its own.
  const domain = getDomain(host, { allowPrivateDomains: true })
  while (domain && host !== domain && twinHosts.test(host)) host = host.replace(twinHosts, '')
  return url.port && url.port !== '80' && url.port !== '443' ? `${host}:${url.port}` : host
}

/** Escapes in capitals, and none for letters that need none (RFC 3986 §6.2.2). */
const plainEscapes = (path: string): string =>
  path.replace(/%[0-9a-f]{2}/gi, (code) => {
    const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16))
    return /[A-Za-z0-9_~-]/.test(letter) ? letter : code.toUpperCase()
  })

function plainPath(path: string): string {
  return plainEscapes(path)
    .replace(/\/{2,}/g, '/')
    .replace(/^\/amp(?=\/.)/i, '')
    .replace(/\.amp(?=\.html?\/?$|\/?$)/i, '')
    .replace(/\/amp(?:\.html?)?\/?$/i, '/')
    .replace(/(.)\/$/, '$1')
}

function simplified(address: string): string {
  const url = new URL(address)
  const inner = behindCache(url)
  if (inner !== undefined) return inner
  const significant = [...url.searchParams].filter(([name, value]) => !isNoise(name, value))
  const query = new URLSearchParams(significant)
  query.sort()
  return `https://${plainHost(url)}${plainPath(url.pathname)}${query.size > 0 ? `?${query}` : ''}`
}

/**
 * The one form of the many addresses of an article: https, no `www.`, `m.` or AMP, no tracking, no
 * fragment. Parameters that may tell articles apart stay, in order of name. Throws for what is no http(s) address.
 */
export function canonicalUrl(address: string): string {
  const next = simplified(address)
  // What was taken away may uncover more of the same; each round is shorter, so this ends.
  return next === address ? next : canonicalUrl(next)
}
