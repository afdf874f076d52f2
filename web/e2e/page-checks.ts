import type { Page, Request } from 'playwright-core'
import { expect } from 'vitest'
import { expectAccessible } from './visitor.ts'

/** A page rests when nothing was on its way for so long, in milliseconds. */
const rest = 120

/** What a session tells while it is watched has no end. */
const endless = /\/api\/sessions\/[^/]+\/events$/

/** How to learn that a page has come to rest, of every page once it is watched. */
const rests = new WeakMap<Page, () => Promise<void>>()

const watch = (page: Page): (() => Promise<void>) => {
  const onTheirWay = new Set<Request>()
  let waiting: (() => void)[] = []
  const release = () => {
    if (onTheirWay.size > 0) return
    for (const one of waiting) one()
    waiting = []
  }
  let quiet = setTimeout(release, rest)
  const change = () => {
    clearTimeout(quiet)
    quiet = setTimeout(release, rest)
  }
  page.on('request', (request) => {
    if (endless.test(request.url())) return
    onTheirWay.add(request)
    change()
  })
  const arrived = (request: Request) => {
    onTheirWay.delete(request)
    change()
  }
  page.on('requestfinished', arrived)
  page.on('requestfailed', arrived)
  // What the page before had asked for is answered to nobody.
  page.on('framenavigated', () => {
    onTheirWay.clear()
    change()
  })
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      change()
    })
}

/** Waits until a page has drawn what it read; sooner than half a second of silence would tell. */
export async function atRest(page: Page): Promise<void> {
  const known = rests.get(page) ?? watch(page)
  rests.set(page, known)
  await known()
}

/** A page as it stands once nothing is on its way any more: one heading, a title, a language, no finding. */
async function check(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await atRest(page)
  expect(await page.title(), `title of ${name}`).toMatch(/\S/)
  expect(await page.locator('html').getAttribute('lang'), `language of ${name}`).toBe('id')
  expect(await page.getByRole('heading', { level: 1 }).count(), `headings of ${name}`).toBe(1)
  await expectAccessible(page, name)
  await expectNoSidewaysScroll(page, name)
}

export async function expectNoSidewaysScroll(page: Page, name: string): Promise<void> {
  const [wide, seen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect(wide, `width of ${name}`).toBeLessThanOrEqual(seen ?? 0)
}

/** How a page is looked at: on a phone in the dark, and on a desk by day. */
export const looks = {
  'dark at 390': { width: 390, height: 844, scheme: 'dark' },
  'light at 1280': { width: 1280, height: 800, scheme: 'light' },
} as const

export type Look = keyof typeof looks

export const bothLooks = ['dark at 390', 'light at 1280'] as const satisfies Look[]

/** Turns a page that is open into what it is in a look. */
export async function inspect(page: Page, look: Look): Promise<void> {
  const { width, height, scheme } = looks[look]
  await page.emulateMedia({ colorScheme: scheme })
  await page.setViewportSize({ width, height })
}

/** Every page in both looks, and every finding of all pages at once, rather than the first alone. */
export async function checkAll(page: Page, addresses: readonly string[]): Promise<void> {
  const findings: string[] = []
  const collect = async (address: string, look: Look) => {
    const name = `${address}, ${look}`
    await check(page, name).catch((error: Error) => findings.push(`${name}: ${error.message}`))
  }
  for (const [nth, address] of addresses.entries()) {
    // Opened in one look and turned into the other, each in turn.
    const [dark, light] = bothLooks
    const [opened, turned] = nth % 2 === 0 ? [dark, light] : [light, dark]
    await inspect(page, opened)
    await page.goto(address)
    await collect(address, opened)
    await inspect(page, turned)
    await collect(address, turned)
  }
  expect(findings).toEqual([])
}
