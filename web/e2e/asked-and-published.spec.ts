import { expect, test } from 'vitest'
import { openStage } from './stage.ts'
import { expectAccessible } from './visitor.ts'

const stage = openStage()

test('an article tells the question it came of, and the question tells the article', async () => {
  const { rows } = await stage.server.make.pool.query(
    `select c.id, c.title, q.text, s.id as session from coverage c
       join offices o on o.id = c.office_id and o.name like '%Pemalang'
       join sessions s on s.id = c.session_id
       join questions q on q.session_id = s.id and not q.off_record
      where c.question_id is null and c.state = 'accepted' and c.kind = 'online' order by c.id, q.id limit 1`,
  )
  const { id, title, text, session } = rows[0]
  const { page } = await stage.visitAs('humas@pemalang.example')
  await page.goto(`/pemberitaan/${id}?ubah=1`)
  const panel = page.getByRole('dialog')
  // The panel gives the focus to its first field once it stands; a list opened before would close.
  const focused = () =>
    panel.getByLabel('Alamat berita').evaluate((field) => field === document.activeElement)
  await expect.poll(focused).toBe(true)
  await panel.getByRole('combobox', { name: 'Berawal dari pertanyaan' }).click()
  await page.getByRole('option', { name: text }).click()
  await expectAccessible(page, 'an article with its question')
  await panel.getByRole('button', { name: 'Simpan perubahan' }).click()
  await panel.waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: text }).click()
  await page.waitForURL(`**/pertemuan/${session}/tanya-jawab*`)
  await page.getByRole('link', { name: `Terbit: ${title}` }).click()
  await page.waitForURL(`**/pemberitaan/${id}*`)

  // Of another session, it came of no question of this one.
  await page.goto(`/pemberitaan/${id}?ubah=1`)
  await expect.poll(focused).toBe(true)
  await panel.getByRole('combobox', { name: 'Pertemuan', exact: true }).fill('Ngopi')
  await expect.poll(() => page.getByRole('option').count()).toBeGreaterThan(5)
  // The session chosen stands first.
  await page.getByRole('option').nth(2).click()
  const question = panel.getByRole('combobox', { name: 'Berawal dari pertanyaan' })
  await expect.poll(() => question.inputValue()).toBe('')
  await panel.getByRole('button', { name: 'Simpan perubahan' }).click()
  await panel.waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: text }).waitFor({ state: 'detached' })
})
