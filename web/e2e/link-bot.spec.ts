import { expect, test } from 'vitest'
import { personalToken } from '../../api/src/invitations/personal-link.ts'
import { openStage } from './stage.ts'

const stage = openStage()

/** What a look at a link must leave as it was. */
const watched = [
  'invitations',
  'responses',
  'journalists',
  'questions',
  'attendances',
  'deliveries',
  'representations',
  'activity',
]

/** A sum over every row of what a visit could change. */
async function fingerprints(): Promise<Record<string, string>> {
  const sums: Record<string, string> = {}
  for (const table of watched) {
    const { rows } = await stage.server.make.pool.query(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum
         from ${table} t`,
    )
    sums[table] = rows[0].sum
  }
  return sums
}

interface Guest {
  id: string
  name: string
  link: string
}

/** Twenty guests of the next meeting, in whatever state they are. */
async function twentyGuests(): Promise<Guest[]> {
  const { rows } = await stage.server.make.pool.query(
    `select i.id, i.link_version as version, j.full_name as name
       from invitations i join sessions s on s.id = i.session_id
       join journalists j on j.id = i.journalist_id
      where s.status = 'published' and s.starts_at > now() and i.revoked_at is null
        and i.answer <> 'substituted'
      order by i.answer <> 'none', s.starts_at, i.id limit 20`,
  )
  return rows.map(({ id, version, name }: { id: string; version: number; name: string }) => ({
    id,
    name,
    link: `${stage.server.origin}/u/${personalToken(stage.server.deps.keys.personalLink, id, version)}`,
  }))
}

const whatsApp = 'WhatsApp/2.24.20.89 A'

test('records nothing when machines open personal links, and everything a person sends afterwards', async () => {
  const guests = await twentyGuests()
  expect(guests).toHaveLength(20)
  const before = await fingerprints()

  for (const { link, name } of guests) {
    const head = await fetch(link, { method: 'HEAD' })
    expect(head.status).toBe(200)
    for (const again of [1, 2, 3]) {
      const get = await fetch(again === 3 ? `${link}?answer=attending` : link)
      expect(get.status).toBe(200)
    }
    const preview = await fetch(link, { headers: { 'user-agent': whatsApp } })
    const html = await preview.text()
    const tags = html.match(/<(?:meta|title)[^>]*>[^<]*/g) ?? []
    expect(tags.some((tag) => tag.includes('property="og:title"'))).toBe(true)
    expect(tags.join('\n')).not.toContain(name)
    expect(tags.join('\n')).not.toContain(name.replace(/ \(contoh\)$/, ''))
    for (const part of [
      'session.ics',
      'pass',
      'opt-out',
      'response',
      'substitute',
      'represent',
      'nominations',
    ])
      await fetch(`${link}/${part}`)
  }

  const scanner = await stage.visit({ userAgent: 'Mozilla/5.0 (compatible; SafeLinks)' })
  for (const { link } of guests) {
    await scanner.page.goto(link, { waitUntil: 'load' })
    // Some scanners walk along every link of a page as well.
    for (const anchor of await scanner.page.getByRole('link').all()) {
      const target = await anchor.getAttribute('href')
      if (target?.startsWith('/u/')) await scanner.page.request.get(target)
    }
  }
  expect(await fingerprints()).toEqual(before)

  const [yes, no] = guests
  if (!yes || !no) throw new Error('the demo has too few guests')
  for (const [guest, button, saved] of [
    [yes, 'Hadir', 'Tersimpan: Anda akan hadir'],
    [no, 'Tidak hadir', 'Tersimpan: Anda tidak hadir'],
  ] as const) {
    const { page } = await stage.visit({ width: 390 })
    await page.goto(guest.link)
    await page.getByRole('button', { name: button, exact: true }).click()
    await page.getByText(saved).waitFor()
  }
  const { rows } = await stage.server.make.pool.query(
    'select id, answer from invitations where id = any ($1)',
    [[yes.id, no.id]],
  )
  expect(Object.fromEntries(rows.map((row) => [row.id, row.answer]))).toEqual({
    [yes.id]: 'attending',
    [no.id]: 'declined',
  })
})
