import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { personalToken } from '../../api/src/invitations/personal-link.ts'
import { openStage } from './stage.ts'

const stage = openStage()

interface Guest {
  id: string
  version: number
  name: string
  session: string
}

/** Guests of the next meeting of Pemalang who said that they come, with neither crew nor substitute. */
async function guestsComing(): Promise<Guest[]> {
  const { rows } = await stage.server.make.pool.query<Guest>(
    `select i.id, i.link_version as version, j.full_name as name, i.session_id as session
       from invitations i join sessions s on s.id = i.session_id
       join journalists j on j.id = i.journalist_id join offices o on o.id = i.office_id
      where o.name like '%Pemalang' and s.status = 'published' and s.starts_at > now()
        and i.answer = 'attending' and i.party_size = 1 and i.substitute_of is null
        and not exists (select from representations r where r.invitation_id = i.id)
      order by i.id limit 3`,
  )
  return rows
}

const linkOf = ({ id, version }: Guest) =>
  `/u/${personalToken(stage.server.deps.keys.personalLink, id, version)}`

/** A phone without scripts, as some guests have. */
const phone = async () => (await stage.visit({ width: 390, height: 844, javaScript: false })).page

async function fillPerson(page: Page, name: string, number: string): Promise<void> {
  await page.getByLabel('Nama lengkap').fill(name)
  await page.getByLabel('Nomor WhatsApp').fill(number)
}

/** Opens the folded choices for when somebody else comes, and one of them. */
async function choose(page: Page, name: RegExp): Promise<void> {
  await page.getByText('Bukan Anda yang hadir?').click()
  await page.getByRole('link', { name }).click()
}

test('crew, a substitute, a forwarded link that the office approves, and opting out', async () => {
  const [first, second, third] = await guestsComing()
  if (!first || !second || !third) throw new Error('too few guests come')

  const page = await phone()
  await page.goto(linkOf(first))
  await page.getByText('Datang bersama kru?').click()
  await page.getByLabel('Kameramen').selectOption('2')
  await page.getByRole('button', { name: 'Simpan kru' }).click()
  await page.getByText('Bersama 2 kru').waitFor()

  await choose(page, /Kirim rekan/)
  await fillPerson(page, 'Rekan Pengganti (contoh)', '0812 0000 9201')
  await page.getByRole('button', { name: 'Alihkan kepada rekan ini' }).click()
  await page.getByText('Rekan Anda hadir menggantikan Anda').waitFor()
  expect(await page.getByRole('link', { name: 'Buka kartu masuk' }).count()).toBe(0)

  await page.goto(linkOf(second))
  await choose(page, new RegExp(`^Bukan .*${second.name.replace(/[()]/g, '\\$&')}`))
  await fillPerson(page, 'Pemegang Tautan (contoh)', '0812 0000 9202')
  await page.getByRole('button', { name: 'Kirim ke humas' }).click()
  await page.getByText('Menunggu persetujuan humas').waitFor()

  await page.goto(linkOf(third))
  await page.getByRole('link', { name: 'Berhenti menerima undangan' }).click()
  await page.getByRole('button', { name: 'Ya, berhenti' }).click()
  await page.getByText('tidak akan mengundang Anda lagi').waitFor()

  const { page: desk } = await stage.visitAs('humas@pemalang.example')
  await desk.goto(`/pertemuan/${first.session}/undangan`)
  await desk.getByText('Menggantikan', { exact: false }).first().waitFor()
  await desk.getByText('+2 kru').first().waitFor()
  await desk.getByRole('button', { name: 'Putuskan' }).click()
  const panel = desk.getByRole('dialog', { name: 'Tautan terusan' })
  const request = panel.getByRole('listitem').filter({ hasText: 'Pemegang Tautan (contoh)' })
  await request.getByRole('button', { name: 'Jadikan pengganti' }).click()
  await desk.getByText(`Pemegang Tautan (contoh) menggantikan ${second.name}`).waitFor()
  await panel.getByText('Pemegang Tautan (contoh): Menjadi pengganti').waitFor()

  await page.goto(linkOf(second))
  await page.getByText('Rekan Anda hadir menggantikan Anda').waitFor()
  const { rows } = await stage.server.make.pool.query(
    `select s.seats_taken = count(i.id)::int as "seatsHeld",
            bool_or(j.opted_out_at is not null and i.id = $2) as "optedOut"
       from sessions s join invitations i on i.session_id = s.id and i.holds_seat
       join journalists j on j.id = i.journalist_id
      where s.id = $1 group by s.id, s.office_id`,
    [first.session, third.id],
  )
  expect(rows).toEqual([{ seatsHeld: true, optedOut: true }])
})
