import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { demoPassword } from '../../api/src/demo/accounts.ts'

export interface Visitor {
  page: Page
  context: BrowserContext
  /** What the browser complained about: policy violations, uncaught errors. */
  complaints: string[]
  leave(): Promise<void>
}

export interface VisitOptions {
  width?: number
  height?: number
  scheme?: 'light' | 'dark'
  /** Nothing moves unless asked for. */
  motion?: 'reduce' | 'no-preference'
  javaScript?: boolean
  /** IANA zone of the visitor's device. */
  zone?: string
  userAgent?: string
  /** `allow` for journeys without network; elsewhere it would answer what a journey means to hold up itself. */
  serviceWorkers?: 'allow' | 'block'
}

/** A browser window of somebody; every complaint of the browser is kept. */
export async function visit(
  browser: Browser,
  origin: string,
  {
    width = 1280,
    height = 800,
    scheme = 'light',
    motion = 'reduce',
    javaScript = true,
    // Far from every zone of the product: a time shown in the viewer's zone would be wrong.
    zone = 'America/St_Johns',
    userAgent,
    serviceWorkers = 'block',
  }: VisitOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height },
    colorScheme: scheme,
    javaScriptEnabled: javaScript,
    reducedMotion: motion,
    locale: 'id-ID',
    timezoneId: zone,
    serviceWorkers,
    ...(userAgent && { userAgent }),
  })
  // There to end a hang: a busy machine may take long to show a page.
  context.setDefaultTimeout(60_000)
  const complaints: string[] = []
  context.on('console', (message) => {
    if (/content security policy|CSP/i.test(message.text())) complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(error.error().message))
  const page = await context.newPage()
  return { page, context, complaints, leave: () => context.close() }
}

/** Logs in through the form, as a person does; at an address that leads on to another page after it. */
export async function logIn(
  page: Page,
  email: string,
  password = demoPassword,
  at = '/masuk',
): Promise<void> {
  await page.goto(at)
  await page.getByLabel('Alamat surel').fill(email)
  await page.getByLabel('Kata sandi', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/masuk')
}

/** Makes a window that of a user who logged in before, without opening a page. */
export async function comeBack(page: Page, email: string): Promise<void> {
  const answer = await page.request.post('/api/login', { data: { email, password: demoPassword } })
  expect(answer.status(), `login of ${email}`).toBe(200)
}

interface Finding {
  id: string
  nodes: { target: unknown[] }[]
}

/** No finding of axe on the page as it stands (WCAG 2.2 AA and best practice). */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  // Brought into each page once: its half a megabyte takes longer to read than many a page to examine.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async (): Promise<Finding[]> => {
    const { axe } = window as Window & { axe?: typeof import('axe-core') }
    if (!axe) throw new Error('axe did not come along')
    // What passed is told of one element a rule: telling it of all takes as long as finding out.
    return (await axe.run(document, { resultTypes: ['violations'] })).violations
  })
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
  expect(found, `axe on ${name}`).toEqual([])
}
