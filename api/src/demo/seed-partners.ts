import { affiliations, journalists, outlets } from '../partners/tables.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { Guest } from './meeting.ts'
import type { DemoOutlet } from './outlets.ts'
import { type DemoJournalist, inventedPhone } from './people.ts'

export interface SeededPartners {
  /** Every journalist with the outlet they mainly work for. */
  guests: Guest[]
  /** Came once without an invitation and still wait to be confirmed. */
  unconfirmed: Guest[]
  outletByDomain: Map<string, string>
}

/** When the office began to keep its partners, a month before the first meeting. */
const recordedAt = '2025-09-22T02:00:00.000Z'

/** The last people of a list are those of the door, not yet confirmed by an officer. */
const provisionalCount = 2

/** Records outlets and journalists; every outlet gets at least one, some people work for two. */
export async function seedPartners(
  tx: Tx,
  officeId: string,
  {
    outlets: publications,
    people,
    firstPhone,
  }: { outlets: DemoOutlet[]; people: DemoJournalist[]; firstPhone: number },
): Promise<SeededPartners> {
  const outletRows = publications.map((outlet, i) => ({
    id: newId(Date.parse(recordedAt) + i),
    officeId,
    name: outlet.name,
    platform: outlet.platform,
    city: outlet.city,
    website: `https://${outlet.domain}`,
    domain: outlet.domain,
    email: outlet.domain.endsWith('.example') ? `redaksi@${outlet.domain}` : null,
    phone: outlet.domain.endsWith('.example') ? inventedPhone(900 + i) : null,
    phoneRaw: outlet.domain.endsWith('.example') ? inventedPhone(900 + i) : null,
    pressCouncilStatus: outlet.pressCouncilStatus,
    pressCouncilCheckedOn: outlet.pressCouncilStatus === 'none' ? null : '2026-09-15',
    companyAssociations: outlet.companyAssociations,
    tags: outlet.tags,
    createdAt: recordedAt,
    updatedAt: recordedAt,
  }))
  await tx.insert(outlets).values(outletRows)

  const journalistRows = people.map((person, i) => ({
    id: newId(Date.parse(recordedAt) + 1000 + i),
    officeId,
    fullName: person.fullName,
    titlePrefix: person.titlePrefix,
    titleSuffix: person.titleSuffix,
    phone: i % 13 === 12 ? null : inventedPhone(firstPhone + i),
    phoneRaw: i % 13 === 12 ? null : inventedPhone(firstPhone + i),
    email:
      i % 3 === 1
        ? null
        : `wartawan${i + 1}@${publications[i % publications.length]?.domain.replace(/^(?!.*\.example$).*/, 'contoh.example')}`,
    preferredChannel: i % 3 === 0 ? ('email' as const) : ('whatsapp' as const),
    competenceLevel: person.competenceLevel,
    competenceExpiresOn: person.competenceLevel === 'none' ? null : `${2027 + (i % 3)}-06-30`,
    associations: person.associations,
    beats: person.beats,
    tags: person.tags,
    createdAt: recordedAt,
    updatedAt: recordedAt,
    provisional: people.length - i <= provisionalCount,
    optedOutAt: i === 41 ? '2026-06-02T03:00:00.000Z' : null,
  }))
  await tx.insert(journalists).values(journalistRows)

  const affiliationRows = journalistRows.flatMap((journalist, i) => {
    const main = outletRows[i % outletRows.length]
    const second = i % 12 === 5 ? outletRows[(i * 5 + 2) % outletRows.length] : undefined
    if (!main) return []
    const row = (outletId: string, isPrimary: boolean) => ({
      id: newId(),
      officeId,
      journalistId: journalist.id,
      outletId,
      position: people[i]?.position ?? null,
      isPrimary,
      fromDate: `${2019 + (i % 6)}-0${1 + (i % 9)}-01`,
      untilDate: null,
    })
    return [row(main.id, true), ...(second && second !== main ? [row(second.id, false)] : [])]
  })
  await tx.insert(affiliations).values(affiliationRows)

  const asGuest = ({ id }: { id: string }): Guest => ({
    journalistId: id,
    outletId: affiliationRows.find((a) => a.journalistId === id && a.isPrimary)?.outletId ?? null,
  })
  return {
    guests: journalistRows
      .filter((row) => row.optedOutAt === null && !row.provisional)
      .map(asGuest),
    unconfirmed: journalistRows.filter((row) => row.provisional).map(asGuest),
    outletByDomain: new Map(outletRows.map((outlet) => [outlet.domain, outlet.id])),
  }
}
