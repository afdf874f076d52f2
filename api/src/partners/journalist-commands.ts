import type { Journalist, journalistChanges, newJournalist } from '@ngopi/shared/journalists'
import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import { prepared, preparedLast, type Tx, type WholeTx } from '../platform/database.ts'
import { refusedChange } from '../platform/refused-change.ts'
import { replaceAffiliations } from './affiliation-commands.ts'
import { phoneColumns } from './contact-rules.ts'
import { findJournalist, getJournalist, journalistColumns } from './journalist-queries.ts'
import { distinctLabels, presentText } from './label-rules.ts'
import { journalists } from './tables.ts'

type NewJournalist = (typeof newJournalist)['_output']
type JournalistChanges = (typeof journalistChanges)['_output']

/** The columns of what was given; what is undefined stays as it is. */
function columnsOf({
  phone,
  notes,
  beats,
  tags,
  associations,
  ...same
}: Partial<Omit<NewJournalist, 'affiliations'>>) {
  return {
    ...same,
    ...phoneColumns(phone),
    notes: presentText(notes),
    beats: beats && distinctLabels(beats),
    tags: tags && distinctLabels(tags),
    associations: associations && [...new Set(associations)],
  }
}

/** Records a journalist of an office; 400 names a phone that is none and outlets that cannot be. */
export async function createJournalist(
  tx: Tx,
  officeId: string,
  { fullName, affiliations, ...given }: NewJournalist,
): Promise<Journalist> {
  const [created] = await tx
    .insert(journalists)
    .values({ ...columnsOf(given), officeId, fullName })
    .returning({ id: journalists.id })
  const journalistId = created?.id ?? ''
  if (affiliations.length > 0) {
    await replaceAffiliations(tx, { officeId, journalistId }, affiliations)
  }
  return getJournalist(tx, journalistId)
}

const columns = getTableColumns(journalists)
const editable = (
  [
    'fullName',
    'titlePrefix',
    'titleSuffix',
    'phone',
    'phoneRaw',
    'email',
    'preferredChannel',
    'language',
    'competenceLevel',
    'competenceCardNumber',
    'competenceExpiresOn',
    'associations',
    'beats',
    'tags',
    'notes',
    'provisional',
  ] as const
).map((key) => ({ key, name: columns[key].name }))

const contacts: readonly string[] = ['phone', 'phone_raw', 'email', 'notes']

/** What a column is after the change; what stays as it was is read where the own office reads it. */
const changed = (column: string): string => {
  const at = editable.findIndex(({ name }) => name === column)
  const before = contacts.includes(column) ? 'own' : 'j'
  return `case when $3::int & ${1 << at} <> 0 then $${at + 5} else ${before}.${column} end`
}

/**
 * One statement for every choice of fields, so that one plan serves them all: $3 has a bit for each of `editable` that is
 * given, the others stay as they are. $4 is whether the person opted out; the first time of it is kept. The last two take
 * back that number and address do not work.
 */
const change = {
  name: 'change_journalist',
  text: `update journalists j
        set ${editable.map(({ name }) => `${name} = ${changed(name)}`).join(', ')},
            opted_out_at = case $4::boolean when true then coalesce(j.opted_out_at, now())
                                            when false then null else j.opted_out_at end,
            phone_problem_at = case when $${editable.length + 5}::boolean then null else j.phone_problem_at end,
            email_problem_at = case when $${editable.length + 6}::boolean then null else j.email_problem_at end
       from journalist_contacts own
      where j.id = $1 and j.version = $2 and own.id = $1 and own.office_id = j.office_id
  returning ${journalistColumns(changed)}`,
}

/** Changes what is given; 404, 403 or 409 `stale` when the row is not the one that was seen. */
export async function changeJournalist(
  tx: WholeTx,
  officeId: string,
  id: string,
  {
    version,
    affiliations,
    optedOut,
    provisional,
    phoneProblem,
    emailProblem,
    ...changes
  }: JournalistChanges,
): Promise<Journalist> {
  const given: Partial<Record<(typeof editable)[number]['key'], unknown>> = {
    ...columnsOf(changes),
    provisional,
  }
  const bits = editable.reduce(
    (sum, { key }, at) => (given[key] === undefined ? sum : sum | (1 << at)),
    0,
  )
  const run = affiliations ? prepared<Journalist> : preparedLast<Journalist>
  const [journalist] = await run(tx, change, [
    id,
    version,
    bits,
    optedOut ?? null,
    ...editable.map(({ key }) => given[key] ?? null),
    phoneProblem === false,
    emailProblem === false,
  ])
  if (!journalist) throw refusedChange(await findJournalist(tx, id), officeId)
  if (!affiliations) return journalist
  await replaceAffiliations(tx, { officeId, journalistId: id }, affiliations)
  return getJournalist(tx, id)
}

/** Archives a journalist; doing it again changes nothing. */
export async function archiveJournalist(tx: Tx, officeId: string, id: string): Promise<void> {
  const archived = await tx
    .update(journalists)
    .set({ archivedAt: sql`now()` })
    .where(and(eq(journalists.id, id), isNull(journalists.archivedAt)))
    .returning({ id: journalists.id })
  if (archived.length > 0) return
  const current = await findJournalist(tx, id)
  if (current?.officeId !== officeId) throw refusedChange(current, officeId)
}

/** Brings a journalist back; doing it again changes nothing. */
export async function restoreJournalist(tx: Tx, officeId: string, id: string): Promise<Journalist> {
  await tx
    .update(journalists)
    .set({ archivedAt: null })
    .where(and(eq(journalists.id, id), sql`${journalists.archivedAt} is not null`))
  const current = await findJournalist(tx, id)
  if (current?.officeId !== officeId) throw refusedChange(current, officeId)
  return current
}
