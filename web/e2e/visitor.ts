import AxeBuilder from '@axe-core/playwright'
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
  javaScript?: boolean
}

/** A browser window of somebody; every complaint of the browser is kept. */
export async function visit(
  browser: Browser,
  origin: string,
  { width = 1280, height = 800, scheme = 'light', javaScript = true }: VisitOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height },
    colorScheme: scheme,
    javaScriptEnabled: javaScript,
    reducedMotion: 'reduce',
    locale: 'id-ID',
    // Far from every zone of the product: a time shown in the viewer's zone would be wrong.
    timezoneId: 'America/St_Johns',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (/content security policy|CSP/i.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, context, complaints, leave: () => context.close() }
}

/** Logs in through the form, as a person does. */
export async function logIn(page: Page, email: string): Promise<void> {
  await page.goto('/masuk')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Kata sandi', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/masuk')
}

/** No finding of axe on the page as it stands (WCAG 2.2 AA and best practice). */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(
    (violation) =>
      `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`,
  )
  expect(found, `axe on ${name}`).toEqual([])
}
