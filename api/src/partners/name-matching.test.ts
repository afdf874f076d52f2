import { journalistsApi } from '@ngopi/shared/journalists'
import { searchableText } from '@ngopi/shared/searchable-text'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call } from '../../test/client.ts'
import { Meeting } from '../../test/meeting.ts'
import { startServer, type TestServer } from '../../test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

async function answer<T>(text: string, values: unknown[]): Promise<T | undefined> {
  const { rows } = await server.make.pool.query<{ answer: T }>(`select ${text} as answer`, values)
  return rows[0]?.answer
}

describe('the bare name', () => {
  it.each([
    ['H. Budi Santoso, S.Sos., M.I.Kom.', 'budi santoso'],
    ['BUDI  SANTOSO', 'budi santoso'],
    ['Budi Santoso S.Sos. M.I.Kom', 'budi santoso'],
    ['Prof. Dr. Hj. Siti Aminah', 'siti aminah'],
    ['Suharto', 'suharto'],
    ['Gus', 'gus'],
    ['R. Ng. José', 'ng jose'],
    ["Nur'aini", 'nuraini'],
    ['Nur’aini', 'nuraini'],
    ['Abdul-Hadi', 'abdul hadi'],
    ['Muhammad M. Yusuf', 'muhammad m yusuf'],
    ['Bayu ٢', 'bayu 2'],
    ['H., S.Sos.', 'h s sos'],
    ['…', '...'],
  ])('of %j is %j', async (written, bare) => {
    expect(await answer('bare_name($1)', [written])).toBe(bare)
  })

  const spellings = [
    "Nur'aini",
    'Nur’aini',
    'nuraini',
    'NUR`AINI',
    'Hj. Nur‘aini, S.Pd.',
    'Nur-Aini',
  ]
  it.each(spellings.map((spelling) => [spelling]))('%j is Nur’aini', async (spelling) => {
    expect(await answer('same_name($1, $2)', ['Nur’aini', spelling])).toBe(true)
  })

  it('agrees with a longer one, and with no other', async () => {
    expect(await answer('names_agree($1, $2)', ['Budi', 'Dr. Budi Santoso'])).toBe(true)
    expect(await answer('names_agree($1, $2)', ['Budi Hartono', 'Budi Santoso'])).toBe(false)
  })
})

describe('the text that names are searched by', () => {
  it('is the same on the device and in the database', async () => {
    const parts = [
      ...'abzÁéÑüÖçāžÎ',
      ..."'’‘`´ʼ",
      ...'-‐–— \u00a0\t',
      ...'09٠٩۵',
      ...'.,&/',
      'e\u0301',
    ]
    const text = fc.array(fc.constantFrom(...parts), { maxLength: 12 }).map((some) => some.join(''))
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 30 }), async (texts) => {
        const { rows } = await server.make.pool.query<{ search: string }>(
          'select searchable(t) as search from unnest($1::text[]) with ordinality u(t, n) order by n',
          [texts],
        )
        expect(texts.map(searchableText)).toEqual(rows.map(({ search }) => search))
      }),
      { numRuns: 30 },
    )
  })

  it('finds a name in any spelling', async () => {
    const officer = await server.make.user({ role: 'officer' })
    const meeting = new Meeting(server.make, officer.officeId)
    await meeting.journalist('Nur’aini  Al–Hafiz')
    for (const q of ["nur'aini", 'NURAINI', 'Nur’aini al-hafiz', 'aini al hafiz', 'nurâini']) {
      const { items } = await call(
        server.app,
        journalistsApi.list,
        { query: { q } },
        { token: officer.token },
      )
      expect(items, q).toMatchObject([{ fullName: 'Nur’aini  Al–Hafiz' }])
    }
  })
})
