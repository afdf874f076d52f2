import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStage } from './stage.ts'

const stage = openStage()

/** A session of the office that nobody was invited to, from 09.00 to 11.30. */
async function draft(): Promise<string> {
  const { rows } = await stage.server.make.pool.query(
    `select s.id from sessions s join offices o on o.id = s.office_id
      where o.name like '%Pemalang' and s.status = 'draft' and s.starts_at > now()
      order by s.starts_at limit 1`,
  )
  return rows[0].id
}

const titles = (form: Locator) =>
  form
    .getByRole('textbox', { name: /^Acara \d+$/ })
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))

const focusedLabel = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

async function openForm(page: Page, id: string): Promise<Locator> {
  await page.goto(`/pertemuan/${id}?ubah=1`)
  const form = page.getByRole('dialog', { name: 'Ubah pertemuan' })
  // The form takes the focus to its first field, and scrolls there, a little after it is shown.
  const title = form.getByRole('textbox', { name: 'Judul', exact: true })
  await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true)
  return form
}

test('a programme is put in order from the keyboard alone', async () => {
  const { page } = await stage.visitAs('humas@pemalang.example')
  const form = await openForm(page, await draft())
  const [first = '', second = '', third = ''] = await titles(form)
  const says = form.getByRole('status')
  const lift = async () => {
    await form.getByRole('button', { name: 'Geser acara 1', exact: true }).focus()
    await page.keyboard.press('Space')
    await says
      .filter({ hasText: `${first} diangkat` })
      .or(says.filter({ hasText: `${first} di urutan 1` }))
      .first()
      .waitFor()
    await page.keyboard.press('ArrowDown')
    await says.filter({ hasText: `${first} di urutan 2` }).waitFor()
  }

  await lift()
  await page.keyboard.press('Escape')
  await says.filter({ hasText: `Dibatalkan. ${first} tetap di urutan 1` }).waitFor()
  expect((await titles(form)).slice(0, 2)).toEqual([first, second])

  await lift()
  await page.keyboard.press('Space')
  await says.filter({ hasText: `${first} diletakkan di urutan 2` }).waitFor()
  expect((await titles(form)).slice(0, 3)).toEqual([second, first, third])

  await form.getByRole('button', { name: 'Turunkan acara 1', exact: true }).focus()
  await page.keyboard.press('Enter')
  expect((await titles(form)).slice(0, 3)).toEqual([first, second, third])
  expect(await focusedLabel(page)).toBe('Turunkan acara 2')
})

test('a programme is put in order by dragging', async () => {
  // The whole form in view: near an edge a drag scrolls.
  const { page } = await stage.visitAs('humas@pemalang.example', { height: 1600 })
  const form = await openForm(page, await draft())
  const [first, second, third] = await titles(form)
  const handle = (number: number) =>
    form.getByRole('button', { name: `Geser acara ${number}`, exact: true })
  const [from, to] = [await handle(1).boundingBox(), await handle(2).boundingBox()]
  if (!from || !to) throw new Error('the handles are not in view')
  await page.mouse.move(from.x + 10, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(from.x + 10, from.y + 30, { steps: 4 })
  await page.mouse.move(to.x + 10, to.y + 20, { steps: 8 })
  await form
    .getByRole('status')
    .filter({ hasText: `${first} di urutan 2` })
    .waitFor()
  await page.mouse.up()
  await expect
    .poll(() => titles(form))
    .toEqual([second, first, third, ...(await titles(form)).slice(3)])
})

test('times that do not fit are said and saved; the programme moves with the session', async () => {
  const { page } = await stage.visitAs('humas@pemalang.example')
  const id = await draft()
  const form = await openForm(page, id)
  const start = (number: number) =>
    form.getByRole('textbox', { name: new RegExp(`^Acara ${number}: Jam mulai`) })
  await form.getByRole('textbox', { name: 'Acara 1: Lama dalam menit' }).fill('45')
  await start(2).fill('9.30')
  await start(3).fill('besok')
  await form.getByText('Bertumpuk: acara di atasnya selesai pukul 09.45.').waitFor()
  await form.getByRole('button', { name: 'Simpan perubahan' }).click()
  await form.getByText('Tulis jam, misalnya 09.15.').waitFor()
  await expect.poll(() => focusedLabel(page)).toMatch(/^Acara 3: Jam mulai/)
  await start(3).fill('')

  await form.getByRole('textbox', { name: 'Mulai', exact: true }).fill('13')
  await form.getByRole('textbox', { name: 'Selesai', exact: true }).fill('17')
  await form.getByRole('textbox', { name: 'Tempat' }).focus()
  await expect.poll(() => start(2).inputValue()).toBe('13.30')
  await form.getByRole('button', { name: 'Simpan perubahan' }).click()
  await form.waitFor({ state: 'detached' })
  const programme = page.getByRole('listitem').filter({ hasText: /^1\d\.\d\d/ })
  await expect
    .poll(async () => (await programme.allInnerTexts()).map((text) => text.slice(0, 5)).slice(0, 2))
    .toEqual(['13.00', '13.30'])
  const { rows } = await stage.server.make.pool.query('select agenda from sessions where id = $1', [
    id,
  ])
  expect(rows[0].agenda[1]).toMatchObject({ offsetMinutes: 30 })
})
