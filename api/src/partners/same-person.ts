import { bareName } from './bare-name.ts'

/** A person as somebody writes them down. */
export interface WrittenPerson {
  fullName: string
  /** E.164. */
  phone: string | null
  email: string | null
}

const sharesContact = (a: WrittenPerson, b: WrittenPerson): boolean =>
  (a.phone !== null && a.phone === b.phone) ||
  (a.email !== null && a.email.toLowerCase() === b.email?.toLowerCase())

/** Whether one of the names holds all words of the other, as "Budi" and "Budi Santoso" do. */
function namesAgree(a: string, b: string): boolean {
  const [few = [], many = []] = [bareName(a).split(' '), bareName(b).split(' ')].sort(
    (x, y) => x.length - y.length,
  )
  return few.every((word) => many.includes(word))
}

/**
 * Whom among the known somebody means: by contact and name, else by the bare name where only one bears it. A number
 * alone is no person, since a whole newsroom may share one.
 */
export function samePerson<P extends WrittenPerson>(
  written: WrittenPerson,
  known: readonly P[],
): P | undefined {
  const reached = known.filter(
    (one) => sharesContact(written, one) && namesAgree(written.fullName, one.fullName),
  )
  const named = (one: P) => bareName(one.fullName) === bareName(written.fullName)
  const sure = reached.find(named) ?? (reached.length === 1 ? reached[0] : undefined)
  if (sure) return sure
  const namesakes = known.filter(named)
  return namesakes.length === 1 ? namesakes[0] : undefined
}
