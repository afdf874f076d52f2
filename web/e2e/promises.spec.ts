import { expect, test } from 'vitest'
import { openStage } from './stage.ts'
import { expectAccessible } from './visitor.ts'

const stage = openStage()

test('a question from the floor gets its turn and a promise, which is overdue, kept and told', async () => {
  const { page } = await stage.visitAs('humas@pemalang.example')
  const sql = (text: string) => stage.server.make.pool.query(text)
  const { rows } = await sql(
    `select s.id, j.full_name as name from sessions s join offices o on o.id = s.office_id
       join invitations i on i.session_id = s.id and i.answer = 'attending' and i.revoked_at is null
       join journalists j on j.id = i.journalist_id and j.email is not null
      where o.name like '%Pemalang' and s.status = 'published'
      order by s.starts_at desc, j.full_name limit 1`,
  )
  const { id, name } = rows[0]
  const tab = `/pertemuan/${id}/tanya-jawab`
  await page.goto(tab)

  // Written down while people speak: asker out of those invited, the cursor back at the start.
  const field = page.getByRole('textbox', { name: 'Pertanyaan dari ruangan' })
  const capture = async (text: string) => {
    await field.fill(text)
    await page.getByRole('combobox', { name: 'Penanya (nama)' }).fill(name)
    await page.getByRole('option', { name }).first().click()
    await page.getByRole('button', { name: 'Catat', exact: true }).click()
    await page.getByText(text, { exact: true }).waitFor()
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true)
  }
  await capture('Berapa paspor hilang tahun ini?')
  await capture('Kapan layanan akhir pekan dibuka?')
  await expectAccessible(page, 'questions')

  // The latter goes first, from the keyboard alone.
  const waiting = page.getByRole('list', { name: 'Menunggu giliran' }).getByRole('listitem')
  const texts = await waiting.allInnerTexts()
  const last = texts.length
  const from = texts.findIndex((text) => text.includes('Kapan layanan akhir pekan dibuka?')) + 1
  const says = page.getByRole('status')
  await page.getByRole('button', { name: `Geser pertanyaan ${from}`, exact: true }).focus()
  await page.keyboard.press('Space')
  await says
    .filter({ hasText: /diangkat|Di urutan/ })
    .first()
    .waitFor()
  for (let position = from - 1; position >= 1; position -= 1) {
    const there = says.filter({ hasText: `Di urutan ${position} dari ${last}` }).first()
    // The first key may come before the lifted question listens to it.
    await expect
      .poll(
        async () => {
          if (!(await there.isVisible())) await page.keyboard.press('ArrowUp')
          return there.isVisible()
        },
        { interval: 500 },
      )
      .toBe(true)
  }
  const ordered = page.waitForResponse((response) => response.url().endsWith('/questions/order'))
  await page.keyboard.press('Space')
  expect((await ordered).status()).toBe(200)

  // The moderator gives it the floor and it is answered, by keys.
  await page.goto(`/pertemuan/${id}/moderator`)
  const now = page.getByRole('region', { name: 'Giliran sekarang' })
  await now.getByText('Belum ada yang mendapat giliran.').waitFor()
  await expectAccessible(page, 'moderator')
  // A key counts although the list is being read again, as it is whenever something happens in the room,
  // and is meant for the question seen, although its topic is another now.
  let readOn = () => {}
  const gate = new Promise<void>((resolve) => {
    readOn = resolve
  })
  await page.route(/\/api\/sessions\/[^/]+\/questions\?/, async (route) => {
    await gate
    await route.continue()
  })
  const readAgain = page.waitForRequest((request) => request.url().includes('/questions?'))
  await sql(`update questions set topic = 'Layanan' where text like 'Kapan layanan akhir pekan%'`)
  await readAgain
  await page.keyboard.press('ArrowDown')
  readOn()
  await now.getByText('Kapan layanan akhir pekan dibuka?').waitFor()
  await page.keyboard.press('a')
  await now.getByText('Belum ada yang mendapat giliran.').waitFor()

  await page.goto(tab)
  const promised = page
    .getByRole('listitem')
    .filter({ hasText: 'Berapa paspor hilang tahun ini?' })
    .last()
  await promised.getByRole('button', { name: 'Janji tindak lanjut' }).click()
  const form = page.getByRole('dialog', { name: 'Janji tindak lanjut' })
  await form.getByRole('textbox', { name: 'Janji' }).fill('Kirim angka paspor hilang')
  await form.getByRole('button', { name: 'Simpan janji' }).click()
  await promised.getByText('Kirim angka paspor hilang').waitFor()

  await sql(`update commitments set due_on = current_date - 3 where text like 'Kirim angka%'`)
  await page.goto('/')
  await page.getByRole('link', { name: /1\s*janji lewat tenggat/ }).click()
  const commitment = page.getByRole('listitem').filter({ hasText: 'Kirim angka paspor hilang' })
  await commitment.getByText('lewat tenggat').waitFor()
  await expectAccessible(page, 'promises')
  await commitment.getByRole('button', { name: 'Ubah', exact: true }).click()
  const edit = page.getByRole('dialog', { name: 'Ubah janji' })
  await edit.getByRole('textbox', { name: 'Janji' }).fill('Kirim angka paspor hilang per bulan')
  await edit.getByRole('button', { name: 'Simpan janji' }).click()
  await commitment.getByText('Kirim angka paspor hilang per bulan').waitFor()
  await commitment.getByRole('button', { name: 'Catat hasil' }).click()
  const outcome = page.getByRole('dialog', { name: 'Hasil janji' })
  await outcome.getByRole('textbox').fill('Sebanyak 112 paspor.')
  await outcome.getByRole('button', { name: 'Simpan hasil' }).click()
  await page.getByText('Tidak ada janji di sini').waitFor()

  await page.getByRole('tab', { name: 'Selesai' }).click()
  await commitment.getByRole('button', { name: 'Beri tahu' }).click()
  const notifyDialog = page.getByRole('dialog', { name: 'Beri tahu wartawan' })
  await notifyDialog.getByRole('combobox', { name: 'Lewat' }).click()
  await page.getByRole('option', { name: 'surel' }).click()
  await notifyDialog.getByRole('button', { name: 'Kirim surel' }).click()
  await notifyDialog
    .getByRole('status')
    .filter({ hasText: 'Sudah diberi tahu lewat surel.' })
    .waitFor()
  const mails = await sql(`select from mails where subject like 'Tindak lanjut dari %'`)
  expect(mails.rowCount).toBe(1)
})
