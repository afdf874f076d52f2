import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalUrl } from './canonical-url.ts'

const article = 'https://mataberita.net/2025/10/29/ngopi-bareng-humas'

describe('the canonical address', () => {
  it.each([
    'http://mataberita.net/2025/10/29/ngopi-bareng-humas',
    'https://mataberita.net/2025/10/29/ngopi-bareng-humas/',
    'HTTPS://WWW.MataBerita.NET/2025/10/29/ngopi-bareng-humas',
    'https://m.mataberita.net/2025/10/29/ngopi-bareng-humas',
    'https://amp.mataberita.net/2025/10/29/ngopi-bareng-humas',
    'https://www.m.mataberita.net/2025/10/29/ngopi-bareng-humas',
    'https://mataberita.net./2025/10/29/ngopi-bareng-humas',
    'https://mataberita.net:443/2025/10/29/ngopi-bareng-humas',
    'http://mataberita.net:80/2025/10/29/ngopi-bareng-humas',
    'https://mataberita.net/2025/10/29/ngopi-bareng-humas/amp',
    'https://mataberita.net/2025/10/29/ngopi-bareng-humas/amp/',
    'https://mataberita.net/2025/10/29/ngopi-bareng-humas/amp.html',
    'https://mataberita.net/amp/2025/10/29/ngopi-bareng-humas',
    'https://mataberita.net/2025/10/29/ngopi-bareng-humas.amp',
    'https://mataberita.net/2025/10/29/ngopi-bareng-humas?amp',
    'https://mataberita.net/2025/10/29/ngopi-bareng-humas?amp=1',
    'https://mataberita.net/2025/10/29/ngopi-bareng-humas?outputType=amp',
    'https://mataberita.net/2025/10/29/ngopi-bareng-humas?page=all',
    'https://mataberita.net/2025/10/29/ngopi-bareng-humas?page=1',
    'https://mataberita.net/2025/10/29/ngopi-bareng-humas?single=1',
    'https://mataberita.net/2025/10/29/ngopi-bareng-humas?utm_source=wa&UTM_Medium=x&fbclid=a&gclid=b',
    'https://mataberita.net/2025/10/29/ngopi-bareng-humas#komentar',
    'https://mataberita.net//2025/10/29/ngopi%2Dbareng-humas',
    'https://mataberita-net.cdn.ampproject.org/c/s/mataberita.net/2025/10/29/ngopi-bareng-humas/amp/',
    'https://www.google.com/amp/s/www.mataberita.net/2025/10/29/ngopi-bareng-humas/amp/?utm_source=x',
  ])('of %s', (address) => expect(canonicalUrl(address)).toBe(article))

  it.each([
    ['https://www.example.co.id/?p=123&utm_source=x', 'https://example.co.id/?p=123'],
    ['https://example.co.id/read?z=1&id=7', 'https://example.co.id/read?id=7&z=1'],
    ['https://example.co.id/index.php?read=9', 'https://example.co.id/index.php?read=9'],
    ['https://example.co.id/berita?page=2', 'https://example.co.id/berita?page=2'],
    ['https://jateng.example.com/a', 'https://jateng.example.com/a'],
    ['https://m.com/a', 'https://m.com/a'],
    ['https://amp.co.id/a', 'https://amp.co.id/a'],
    ['https://www.wordpress.com/a', 'https://wordpress.com/a'],
    ['https://www.desa.wordpress.com/a', 'https://desa.wordpress.com/a'],
    ['https://example.com/amplop', 'https://example.com/amplop'],
    ['https://example.com/kamp/juara', 'https://example.com/kamp/juara'],
    ['https://example.com/lampu.ampere', 'https://example.com/lampu.ampere'],
    ['https://example.com/a.amp.html', 'https://example.com/a.html'],
    ['https://example.com/Judul-Besar', 'https://example.com/Judul-Besar'],
    ['https://example.com/caf%c3%a9', 'https://example.com/caf%C3%A9'],
    ['https://example.com/a%2fb', 'https://example.com/a%2Fb'],
    ['https://example.com:8443/a', 'https://example.com:8443/a'],
    ['https://example.com', 'https://example.com/'],
    ['https://example.com/amp', 'https://example.com/'],
    ['https://google.com/amp/spektrum', 'https://google.com/spektrum'],
    ['http://127.0.0.1/a/', 'https://127.0.0.1/a'],
    [
      'https://example.com/a?__proto__&constructor=1',
      'https://example.com/a?__proto__=&constructor=1',
    ],
  ])('of %s is %s', (address, canonical) => expect(canonicalUrl(address)).toBe(canonical))

  it('of itself is itself, and nothing that only shows the page changes it', () => {
    const part = fc.constantFrom(
      'amp',
      'a',
      'www',
      'm',
      'b.amp',
      'c.html',
      '%2e',
      '%41',
      '',
      'é',
      's',
    )
    const host = fc.constantFrom(
      'example.com',
      'm.example.co.id',
      'www.amp.example.com',
      'google.com',
      'x.cdn.ampproject.org',
    )
    const pair = fc.tuple(
      fc.constantFrom('id', 'p', 'page', 'amp', 'utm_x', 'single', 'q'),
      fc.string(),
    )
    const noise = fc.constantFrom('utm_source=wa', 'fbclid=x', 'amp=1', 'single=1', 'gclid=y')
    fc.assert(
      fc.property(host, fc.array(part), fc.array(pair), noise, (name, parts, pairs, extra) => {
        const query = new URLSearchParams(pairs)
        const address = `http://${name}/${parts.join('/')}?${query}`
        const canonical = canonicalUrl(address)
        expect(canonicalUrl(canonical)).toBe(canonical)
        expect(canonicalUrl(`${address}&${extra}#x`)).toBe(canonical)
      }),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const canonical = canonicalUrl(address)
        expect(canonicalUrl(canonical)).toBe(canonical)
      }),
    )
  })
})
