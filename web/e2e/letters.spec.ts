import { buffer } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { writePng } from '../../api/src/platform/png.ts'
import { openStage } from './stage.ts'
import { expectAccessible } from './visitor.ts'

const stage = openStage()

/** The next published meeting of the demo office. */
async function nextSession(): Promise<string> {
  const { rows } = await stage.server.make.pool.query(
    `select s.id from sessions s join offices o on o.id = s.office_id
      where o.name like '%Pemalang' and s.status = 'published' and s.starts_at > now()
      order by s.starts_at limit 1`,
  )
  return rows[0].id
}

/** Presses a button and reads the file that comes of it. */
async function downloaded(page: Page, button: string | RegExp) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return {
    name: download.suggestedFilename(),
    file: await buffer(await download.createReadStream()),
  }
}

const pagesIn = (file: Buffer) =>
  [...file.toString('latin1').matchAll(/\/Type \/Page\b(?!s)/g)].length

test('an officer writes the letter, takes its files, and anybody can prove it', async () => {
  const { page } = await stage.visitAs('humas@pemalang.example')
  await page.goto(`/pertemuan/${await nextSession()}/undangan`)
  await page.getByRole('link', { name: 'Surat resmi' }).click()
  const number = page.getByRole('textbox', { name: 'Nomor' })
  await number.fill('W13-UJI-77')
  await page.getByText('Perubahan yang belum disimpan tidak ikut tercetak.').waitFor()
  await page.getByRole('button', { name: 'Sunting kata bawaan' }).click()
  const body = page.getByRole('textbox', { name: 'Isi' })
  expect(await body.inputValue()).toContain('mengundang Bapak/Ibu')
  await body.fill('Kami mengundang Anda pada:\n\nSalam hangat.')
  await page.getByRole('button', { name: 'Simpan surat' }).click()
  await page.getByText('Surat tersimpan.').waitFor()
  expect(await number.inputValue()).toBe('W13-UJI-77')
  await expectAccessible(page, 'the letter')

  const general = await downloaded(page, 'Unduh surat umum')
  expect(general.name).toBe('surat-undangan-ngopi-bareng-humas.pdf')
  expect(pagesIn(general.file)).toBe(1)
  const button = page.getByRole('button', { name: /^Unduh untuk \d+ tamu$/ })
  const guests = Number(/\d+/.exec((await button.textContent()) ?? '')?.[0])
  expect(guests).toBeGreaterThan(10)
  const all = await downloaded(page, /^Unduh untuk/)
  expect(pagesIn(all.file)).toBe(guests)

  const address = await page.getByRole('link', { name: 'Buka halaman bukti' }).getAttribute('href')
  const reader = await stage.visit({ width: 390, height: 844, javaScript: false })
  await reader.page.goto(address ?? '')
  await reader.page.getByRole('heading', { name: 'Surat ini terdaftar' }).waitFor()
  await reader.page.getByText('W13-UJI-77').waitFor()
})

test('an admin replaces the emblem, removes it and takes that back', async () => {
  const { page } = await stage.visitAs('admin@pemalang.example')
  await page.goto('/pengaturan/kantor')
  const emblem = page.getByRole('img', { name: 'Logo kop surat' })
  const before = await emblem.getAttribute('src')
  const choose = async (name: string, buffer: Buffer) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Ganti gambar' }).click(),
    ])
    await chooser.setFiles({ name, mimeType: 'image/png', buffer })
  }
  await choose('bukan-gambar.png', Buffer.from('<svg onload="alert(1)"/>'))
  await page.getByText('Berkas ini bukan gambar yang dapat dibaca.').waitFor()
  expect(await emblem.getAttribute('src')).toBe(before)
  // Larger than the server takes: the page makes it smaller first.
  const row = Buffer.alloc(2400 * 4, 0x7f)
  await choose('lambang.png', writePng(2400, 'rgba', Array<Buffer>(300).fill(row)))
  await page.getByText('Logo tersimpan.').waitFor()
  await expect.poll(() => emblem.getAttribute('src')).not.toBe(before)
  await page.getByRole('button', { name: 'Hapus logo' }).click()
  await page.getByRole('button', { name: 'Pilih gambar' }).waitFor()
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await emblem.waitFor()
})
