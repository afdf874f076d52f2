import type { Journalist } from '@ngopi/shared/journalists'

/** One affiliation on screen; its outlet is always chosen. */
export interface AffiliationValues {
  outlet: { id: string; name: string }
  position: string
  isPrimary: boolean
  from: string
  until: string
}

export const valuesOfAffiliation = (
  affiliation: Journalist['affiliations'][number],
): AffiliationValues => ({
  outlet: { id: affiliation.outletId, name: affiliation.outletName },
  position: affiliation.position ?? '',
  isPrimary: affiliation.isPrimary,
  from: affiliation.from ?? '',
  until: affiliation.until ?? '',
})

/** What the contract calls an affiliation. */
export const affiliationBody = ({ outlet, ...rest }: AffiliationValues) => ({
  outletId: outlet.id,
  position: rest.position.trim() || null,
  isPrimary: rest.isPrimary,
  from: rest.from || null,
  until: rest.until || null,
})

/** With one outlet more; the first one is the primary one. */
export const withOutlet = (
  list: readonly AffiliationValues[],
  outlet: { id: string; name: string },
): AffiliationValues[] => [
  ...list,
  { outlet, position: '', isPrimary: list.length === 0, from: '', until: '' },
]

/** Without one; when it was the primary one, the first that is left takes its place. */
export const withoutAffiliation = (
  list: readonly AffiliationValues[],
  index: number,
): AffiliationValues[] => {
  const left = list.filter((_, at) => at !== index)
  return list[index]?.isPrimary
    ? left.map((affiliation, at) => ({ ...affiliation, isPrimary: at === 0 }))
    : left
}

/** With another one as the primary one. */
export const withPrimary = (
  list: readonly AffiliationValues[],
  index: number,
): AffiliationValues[] =>
  list.map((affiliation, at) => ({ ...affiliation, isPrimary: at === index }))
