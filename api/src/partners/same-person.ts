/** How somebody known is like somebody written down, as the database tells by `same_name` and `names_agree`. */
export interface Likeness {
  /** The same number or address. */
  sharesContact: boolean
  /** One name holds all words of the other. */
  namesAgree: boolean
  sameName: boolean
}

/** SQL over `j`, a journalist, with how the own office reaches them (`c`), beside somebody of name $5, number $3 and address $4. */
export const likenessColumns = `
  coalesce(c.phone = $3, false) or coalesce(lower(c.email) = lower($4), false) as "sharesContact",
  names_agree(j.full_name, $5) as "namesAgree", same_name(j.full_name, $5) as "sameName"`

/**
 * Whom among the known somebody means: by contact and name, else by the name where only one bears it. A number alone is
 * no person, since a whole newsroom may share one.
 */
export function samePerson<Known extends Likeness>(known: readonly Known[]): Known | undefined {
  const reached = known.filter(({ sharesContact, namesAgree }) => sharesContact && namesAgree)
  const sure = reached.find(({ sameName }) => sameName) ?? only(reached)
  return sure ?? only(known.filter(({ sameName }) => sameName))
}

const only = <One>(some: readonly One[]): One | undefined =>
  some.length === 1 ? some[0] : undefined
