import { buffer } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStage } from './stage.ts'
import { expectAccessible } from './visitor.ts'

const stage = openStage()

/** The demo's first meeting, of October 2025: guests came to it. */
async function firstSession(): Promise<string> {
  const { rows } = await stage.server.make.pool.query(
    `select s.id from sessions s join offices o on o.id = s.office_id
      where o.name like '%Pemalang' and s.status = 'done' order by s.starts_at limit 1`,
  )
  return rows[0].id
}

const menu = (page: Page) => page.getByRole('button', { name: 'Cetak' })

async function downloaded(page: Page, paper: string): Promise<string> {
  await menu(page).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: paper }).click(),
  ])
  return download.suggestedFilename()
}

test('an officer takes the papers of the day from the attendance tab, a manager no badges', async () => {
  const address = `/pertemuan/${await firstSession()}/kehadiran`
  const { page } = await stage.visitAs('humas@pemalang.example')
  await page.goto(address)
  await menu(page).click()
  await expectAccessible(page, 'the papers of the day')
  await page.keyboard.press('Escape')
  const names = []
  for (const paper of ['Daftar hadir kosong', 'Daftar hadir terisi', 'Kartu nama'])
    names.push(await downloaded(page, paper))
  expect(names).toEqual([
    'daftar-hadir-ngopi-bareng-humas.pdf',
    'daftar-hadir-terisi-ngopi-bareng-humas.pdf',
    'kartu-nama-ngopi-bareng-humas.pdf',
  ])
  const manager = await stage.visitAs('kepala@pemalang.example', { width: 390, height: 844 })
  await manager.page.goto(address)
  await menu(manager.page).click()
  await manager.page.getByRole('menuitem', { name: 'Daftar hadir kosong' }).waitFor()
  expect(await manager.page.getByRole('menuitem', { name: 'Kartu nama' }).count()).toBe(0)
  expect(
    await manager.page.evaluate(() => document.documentElement.scrollWidth),
  ).toBeLessThanOrEqual(390)
})

/** The demo's next meeting, which has a letter; a few letters are a long paper from now on. */
async function nextSession(): Promise<string> {
  const { rows } = await stage.server.make.pool.query(
    `select s.id from sessions s join offices o on o.id = s.office_id
      where o.name like '%Pemalang' and s.status = 'published' and s.starts_at > now()
      order by s.starts_at limit 1`,
  )
  Object.assign(stage.server.deps.limits, { shortPaper: 40, paperPart: 40 })
  return rows[0].id
}

test('a long paper is made while the officer goes elsewhere, and ends as a file to download', async () => {
  const { page } = await stage.visitAs('humas@pemalang.example', { width: 390, height: 844 })
  await page.goto(`/pertemuan/${await nextSession()}/undangan/surat`)
  const button = page.getByRole('button', { name: /^Unduh untuk \d+ tamu$/ })
  const guests = Number(/\d+/.exec((await button.textContent()) ?? '')?.[0])
  await button.click()
  const tray = page.getByRole('region', { name: 'Dokumen yang disiapkan' })
  await tray.getByText(/^Surat \d+ dari \d+$/).waitFor()
  await page.getByRole('link', { name: 'Beranda' }).click()
  await page.getByRole('heading', { level: 2, name: 'Dari undangan ke pemberitaan' }).waitFor()
  // Loaded anew, the page still knows what was asked for.
  await page.reload()
  await tray.getByText('Siap diunduh', { exact: true }).waitFor()
  await expectAccessible(page, 'a paper that is ready')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    tray.getByRole('button', { name: 'Unduh' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('surat-undangan-ngopi-bareng-humas-semua-tamu.pdf')
  const file = (await buffer(await download.createReadStream())).toString('latin1')
  expect([...file.matchAll(/\/Type \/Page\b(?!s)/g)]).toHaveLength(guests)
  await tray.getByRole('button', { name: 'Tutup: Surat undangan' }).click()
  await tray.waitFor({ state: 'detached' })
})
