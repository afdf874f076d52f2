import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStage } from './stage.ts'

const stage = openStage()

const officer = 'humas@pemalang.example'

/** A journalist whose name is unlike the others', with a typo in it. */
async function somebody(): Promise<{ name: string; typed: string }> {
  const { rows } = await stage.server.make.pool.query(
    `select full_name as name from journalists j join offices o on o.id = j.office_id
      where o.name like '%Pemalang' and full_name like 'Kartika %' order by full_name limit 1`,
  )
  const { name } = rows[0] as { name: string }
  const [given, family] = name.split(' ')
  return { name, typed: `${given?.replace('rt', 'tr')} ${family}` }
}

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

const isFocused = (element: Locator) => element.evaluate((node) => node === document.activeElement)

test('finds a person by a mistyped name from the keyboard alone, and gives the focus back', async () => {
  const { page } = await stage.visitAs(officer)
  const { name, typed } = await somebody()
  await page.goto('/')
  await page.getByRole('heading', { level: 1, name: 'Beranda' }).waitFor()
  const opener = page.getByRole('button', { name: /Cari apa saja/ })
  await opener.focus()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Cari dan lakukan' })
  await field.waitFor()
  await page.keyboard.press('Escape')
  await field.waitFor({ state: 'detached' })
  await expect.poll(() => isFocused(opener)).toBe(true)

  await page.keyboard.press('Control+k')
  await field.waitFor()
  await page.keyboard.type(typed)
  const found = page.getByRole('group', { name: 'Wartawan' }).getByRole('option', { name })
  await found.waitFor()
  expect(await found.getAttribute('aria-selected')).toBe('true')
  await page.keyboard.press('Enter')
  await page
    .getByRole('heading', { level: 1, name: new RegExp(name.replace(/[()]/g, '\\$&')) })
    .waitFor()
})

test('walks a list by arrows, opens with Enter, and comes back to the row', async () => {
  const { page } = await stage.visitAs(officer)
  await page.goto('/wartawan')
  const rows = page.getByRole('table', { name: 'Wartawan' }).getByRole('button')
  const opener = page.getByRole('row').nth(3).getByRole('button').first()
  await opener.waitFor()
  expect(await rows.count()).toBeGreaterThan(3)
  await page.getByRole('row').nth(1).getByRole('button').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  const third = await opener.innerText()
  expect(await focused(page)).toBe(third.trim())
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog')
  await panel.getByRole('link', { name: 'Buka halaman' }).waitFor()
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await expect.poll(() => focused(page)).toBe(third.trim())
})

test('gives the focus back after a form that was loaded when first asked for', async () => {
  const { page } = await stage.visitAs(officer)
  await page.goto('/pertemuan')
  const opener = page.getByRole('button', { name: 'Pertemuan baru' })
  const form = page.getByRole('dialog', { name: 'Pertemuan baru' })
  for (const time of ['first', 'second']) {
    await opener.press('Enter')
    await expect.poll(() => isFocused(form.getByLabel('Judul')), { message: time }).toBe(true)
    await page.keyboard.press('Escape')
    await form.waitFor({ state: 'detached' })
    await expect.poll(() => isFocused(opener), { message: time }).toBe(true)
  }
})

test('skips to the content with the first Tab', async () => {
  const { page } = await stage.visitAs(officer)
  await page.goto('/media')
  await page.getByRole('heading', { level: 1, name: 'Media' }).waitFor()
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Langsung ke isi' })
  expect(await focused(page)).toBe('Langsung ke isi')
  expect(await skip.isVisible()).toBe(true)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('isi')
})

test('keeps filters in the address through reload and the back button', async () => {
  const { page } = await stage.visitAs(officer)
  await page.goto('/media')
  const list = page.getByRole('table', { name: 'Media' })
  await list.waitFor()
  await page.getByRole('button', { name: 'Jenis' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Televisi' }).click()
  await page.keyboard.press('Escape')
  await page.waitForURL(/platform=tv/)
  const chip = page.getByRole('button', { name: 'Hapus saringan Televisi' })
  await chip.waitFor()
  const filtered = async () => {
    const rows = list.getByRole('row').filter({ has: page.getByRole('cell') })
    // A list still loading has no wrong row either, so first a right one must be there.
    await rows.filter({ hasText: 'Televisi' }).first().waitFor()
    await rows.filter({ hasNotText: 'Televisi' }).first().waitFor({ state: 'detached' })
    return rows.count()
  }
  const count = await filtered()
  expect(count).toBeGreaterThan(0)
  await page.reload()
  await chip.waitFor()
  expect(await filtered()).toBe(count)

  await list.getByRole('row').nth(1).getByRole('button').first().click()
  await page.getByRole('dialog').getByRole('link', { name: 'Buka halaman' }).click()
  await page.waitForURL(/\/media\/[0-9a-f-]+$/)
  await page.goBack()
  await page.goBack()
  await page.waitForURL((url) => url.search === '?platform=tv')
  await chip.waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await filtered()).toBe(count)
})
