import type { Page } from 'playwright-core'

/** The day in Jakarta so many days from now, `YYYY-MM-DD`. */
export const jakartaDay = (daysFromNow: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' }).format(
    Date.now() + daysFromNow * 86_400_000,
  )

/** "9 Desember 2026", as the calendar names its days. */
const spoken = (day: string): string =>
  new Intl.DateTimeFormat('id', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

/** Chooses a day to come from the calendar of a field. */
export async function chooseDay(page: Page, label: string, day: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).press('ArrowDown')
  const wanted = page.getByRole('button', { name: spoken(day), exact: true })
  const next = page.getByRole('button', { name: 'Bulan berikutnya' })
  await next.waitFor()
  for (let months = 0; months < 12 && !(await wanted.isVisible()); months += 1) await next.click()
  await wanted.click()
}
