import { expect, test } from 'vitest'
import { personalToken } from '../../api/src/invitations/personal-link.ts'
import { openStage } from './stage.ts'
import { expectAccessible } from './visitor.ts'

const stage = openStage()

test('a file under embargo is announced to a guest, and handed out once the embargo is over', async () => {
  const { pool } = stage.server.make
  const { rows } = await pool.query(
    `select i.id, i.link_version as version, i.session_id as session from invitations i
       join sessions s on s.id = i.session_id join offices o on o.id = i.office_id
      where o.name like '%Pemalang' and s.status = 'published' and s.starts_at > now()
        and i.answer = 'none' and i.revoked_at is null order by s.starts_at, i.id limit 1`,
  )
  const { id, version, session } = rows[0]
  const { page } = await stage.visitAs('humas@pemalang.example')
  await page.goto(`/pertemuan/${session}/materi`)
  await page.getByText('Belum ada materi').waitFor()
  await expectAccessible(page, 'materials, none yet')

  const file = (name: string, text: string) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(text),
  })
  await page
    .locator('input[type=file]')
    .setInputFiles([file('gambar.svg', '<svg/>'), file('Siaran pers.pdf', '%PDF-1.7\nrilis')])
  await page.getByRole('alert').filter({ hasText: 'gambar.svg' }).waitFor()
  const list = page.getByRole('list', { name: 'Materi pertemuan' })
  await list.getByText('Siaran pers', { exact: true }).waitFor()

  await page.getByRole('button', { name: 'Ubah Siaran pers' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('switch', { name: 'Embargo' }).click()
  await expectAccessible(page, 'a material being changed')
  await panel.getByRole('button', { name: 'Simpan materi' }).click()
  await list.getByText('Embargo sampai').waitFor()

  const guest = (await stage.visit({ width: 390, height: 844, javaScript: false })).page
  const link = `/u/${personalToken(stage.server.deps.keys.personalLink, id, version)}`
  await guest.goto(link)
  await guest.getByText('Tersedia mulai').waitFor()
  expect(await guest.getByRole('link', { name: 'Siaran pers' }).count()).toBe(0)

  await pool.query(`update materials set embargo_until = now() where session_id = $1`, [session])
  await guest.goto(link)
  const fetched = guest.waitForEvent('download')
  await guest.getByRole('link', { name: 'Siaran pers' }).click()
  expect((await fetched).suggestedFilename()).toBe('Siaran pers.pdf')

  await page.goto(`/pertemuan/${session}/materi`)
  await list.getByText('diambil 1×').waitFor()
  await expectAccessible(page, 'materials')
  await page.getByRole('button', { name: 'Hapus Siaran pers' }).click()
  await page.getByText('Belum ada materi').waitFor()
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await list.getByText('Siaran pers', { exact: true }).waitFor()
})
