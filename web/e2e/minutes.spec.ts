import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStage } from './stage.ts'
import { expectAccessible } from './visitor.ts'

const stage = openStage()

/** A past session of Pemalang whose minutes nobody saved yet. */
async function draftedSession(skip: number): Promise<string> {
  const { rows } = await stage.server.make.pool.query(
    `select s.id from sessions s join offices o on o.id = s.office_id
      where o.name like '%Pemalang' and s.status = 'done'
        and exists (select from questions q where q.session_id = s.id)
        and not exists (select from minutes m where m.session_id = s.id)
      order by s.starts_at limit 1 offset $1`,
    [skip],
  )
  return rows[0].id
}

const editorOf = (page: Page) => page.getByRole('textbox', { name: 'Isi notula' })
const save = (page: Page) => page.getByRole('button', { name: 'Simpan notula' }).click()
const tool = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Ends the text with a line of its own and leaves the caret in it. */
async function writeLine(page: Page, text: string): Promise<void> {
  await editorOf(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(text)
}

test('minutes are drafted, edited, kept by version, signed and closed', async () => {
  const session = await draftedSession(0)
  const { pool } = stage.server.make
  const { rows } = await pool.query(
    'select text from questions where session_id = $1 and not off_record limit 1',
    [session],
  )
  const { page } = await stage.visitAs('humas@pemalang.example')
  await page.goto(`/pertemuan/${session}/notula`)
  await page.getByText('Belum ada yang tersimpan').waitFor()
  await page.getByRole('heading', { name: 'Acara' }).waitFor()
  await page.getByText('Tanya jawab', { exact: true }).first().waitFor()
  await page.getByText(rows[0].text).first().waitFor()
  await expectAccessible(page, 'drafted minutes')

  await page.getByRole('button', { name: 'Periksa dan simpan' }).click()
  await editorOf(page).waitFor()
  await expectAccessible(page, 'minutes being edited')
  await writeLine(page, 'Sepakat ')
  await tool(page, 'Tebal').click()
  await page.keyboard.type('tebal')
  await tool(page, 'Tebal').click()
  await page.keyboard.press('Enter')
  await tool(page, 'Daftar butir').click()
  await page.keyboard.type('butir satu')
  await page.keyboard.press('Enter')
  await page.keyboard.type('butir dua ')
  await tool(page, 'Tautan').click()
  const address = page.getByLabel('Alamat tautan')
  await address.fill('javascript:alert(1)')
  await page.getByRole('button', { name: 'Pasang tautan' }).click()
  await page.getByText('Ini bukan alamat web atau surel.').waitFor()
  await address.fill('contoh.example/laman')
  await address.press('Enter')
  await editorOf(page).getByRole('link', { name: 'contoh.example/laman' }).waitFor()
  await save(page)
  await page.getByText('Notula disimpan sebagai versi 1.').waitFor()

  await page.getByLabel('Notulis').fill('Sugiarto')
  await save(page)
  await page.getByRole('button', { name: /^Versi 2/ }).waitFor()
  await page.getByRole('button', { name: 'Selesai menyunting' }).click()
  const article = page.getByRole('article')
  await article.getByText('Sugiarto').waitFor()
  expect(await article.locator('strong', { hasText: /^tebal$/ }).count()).toBe(1)
  expect(await article.locator('li', { hasText: 'butir' }).count()).toBe(2)
  const link = article.getByRole('link', { name: 'contoh.example/laman' })
  expect(await link.getAttribute('href')).toBe('https://contoh.example/laman')

  await page.getByRole('button', { name: /^Versi 1/ }).click()
  const panel = page.getByRole('dialog')
  await panel.getByText('butir satu').waitFor()
  await expectAccessible(page, 'an earlier version')
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'hidden' })

  const fetched = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Unduh PDF' }).click()
  expect((await fetched).suggestedFilename()).toMatch(/^notula-.*\.pdf$/)

  await page.getByRole('button', { name: 'Tandatangani dan tutup' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('tidak dapat diurungkan').waitFor()
  await expectAccessible(page, 'signing asked about')
  await dialog.getByRole('button', { name: 'Tandatangani dan tutup' }).click()
  await page.getByText('Notula ini ditutup dan tidak dapat diubah lagi.').waitFor()
  expect(await page.getByRole('button', { name: 'Ubah notula' }).count()).toBe(0)
  const manager = (await stage.visitAs('kepala@pemalang.example')).page
  await manager.goto(`/pertemuan/${session}/notula`)
  await manager.getByText('Ditandatangani oleh').waitFor()
  expect(await manager.getByRole('button', { name: 'Ubah notula' }).count()).toBe(0)
})

test('two who write at once hear of each other, and nothing written is lost by leaving or starting anew', async () => {
  const session = await draftedSession(1)
  const one = (await stage.visitAs('humas@pemalang.example')).page
  const two = (await stage.visitAs('admin@pemalang.example', { width: 390, height: 844 })).page
  for (const page of [one, two]) {
    await page.goto(`/pertemuan/${session}/notula?sunting=1`)
    await editorOf(page).waitFor()
  }
  await writeLine(one, 'Dari yang pertama')
  await save(one)
  await one.getByText('Notula disimpan sebagai versi 1.').waitFor()
  await writeLine(two, 'Dari yang kedua')
  await save(two)
  await two.getByRole('button', { name: 'Muat versi terbaru' }).click()
  await editorOf(two).getByText('Dari yang pertama').waitFor()
  expect(await editorOf(two).getByText('Dari yang kedua').count()).toBe(0)

  // Leaving asks first.
  await writeLine(one, 'Belum disimpan')
  await one.getByRole('link', { name: 'Kehadiran' }).click()
  await one.getByRole('button', { name: 'Tetap di sini' }).click()
  await editorOf(one).getByText('Belum disimpan').waitFor()

  // Drafting anew replaces the text, and can be taken back.
  await one.getByRole('button', { name: 'Susun ulang dari catatan' }).click()
  await one.getByText('Isi disusun ulang dari catatan.').waitFor()
  expect(await editorOf(one).getByText('Dari yang pertama').count()).toBe(0)
  await one.getByRole('button', { name: 'Urungkan' }).last().click()
  await editorOf(one).getByText('Belum disimpan').waitFor()

  // So can finishing without saving.
  await one.getByRole('button', { name: 'Selesai menyunting' }).click()
  await one.getByText('Perubahan tidak disimpan.').waitFor()
  expect(await one.getByText('Belum disimpan').count()).toBe(0)
})

test('what is pasted from elsewhere keeps headings, flat lists, bold and links, its figures and its numbers', async () => {
  const session = await draftedSession(2)
  const { page } = await stage.visitAs('humas@pemalang.example')
  await page.goto(`/pertemuan/${session}/notula?sunting=1`)
  await editorOf(page).click()
  await page.keyboard.press('Control+a')
  await editorOf(page).evaluate((element) => {
    const data = new DataTransfer()
    data.setData(
      'text/html',
      `<style>p{color:red}</style><h1 style="color:red">Judul</h1><h4>Kecil</h4>
       <p class="MsoNormal" onclick="alert(1)">Biasa <b>tebal</b> <i>miring</i>
         <a href="javascript:alert(1)">jahat</a> <a href="https://contoh.example/">baik</a></p>
       <ul><li>satu<ul><li>dalam</li></ul></li><li>dua</li></ul>
       <table><tr><th>Kehadiran</th><th>Jumlah</th></tr><tr><td>Hadir</td><td>1<sup>2</sup></td></tr>
       <tr><td><p>Izin</p><p>sakit</p></td><td></td><td>34</td></tr></table>
       <ol start="3"><li>tiga<ol type="a"><li>anak</li></ol></li><li>empat</li></ol><p>baris<br>lagi</p><img src="https://contoh.example/x.png"><script>alert(1)</script>`,
    )
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await editorOf(page).getByText('Judul').waitFor()
  await save(page)
  await page.getByText('Notula disimpan sebagai versi 1.').waitFor()
  const { rows } = await stage.server.make.pool.query(
    'select body from minutes where session_id = $1',
    [session],
  )
  const body = rows[0].body as unknown[]
  expect(body.slice(0, 2)).toEqual([
    { type: 'heading', level: 2, content: [{ text: 'Judul' }] },
    { type: 'heading', level: 3, content: [{ text: 'Kecil' }] },
  ])
  const list = [[{ text: 'satu' }], [{ text: 'dalam' }], [{ text: 'dua' }]]
  expect(body.slice(2)).toEqual([
    {
      type: 'paragraph',
      content: [
        { text: 'Biasa ' },
        { text: 'tebal', bold: true },
        { text: ' miring jahat ' },
        { text: 'baik', href: 'https://contoh.example/' },
      ],
    },
    { type: 'list', ordered: false, items: list },
    { type: 'paragraph', content: [{ text: 'Kehadiran · Jumlah', bold: true }] },
    ...['Hadir · 1²', 'Izin sakit · – · 34', '3. tiga', 'a. anak', '4. empat', 'baris', 'lagi'].map(
      (text) => ({ type: 'paragraph', content: [{ text }] }),
    ),
  ])
})
