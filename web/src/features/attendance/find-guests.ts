import { searchableText } from '@ngopi/shared/searchable-text'
import type { DoorGuest } from './door-guest.ts'

type Findable = Pick<DoorGuest, 'name' | 'outlet' | 'phoneLast4'>

const texts = new WeakMap<Findable, string>()

const textOf = (guest: Findable): string => {
  const known = texts.get(guest)
  if (known !== undefined) return known
  const written = searchableText(`${guest.name} ${guest.outlet ?? ''}`)
  // Who types no apostrophe means one all the same.
  const text = `${written} ${written.replaceAll("'", '')}`
  texts.set(guest, text)
  return text
}

/** Every word typed must begin a word of the name or outlet, be a part of it, or end the number. */
const matches = (guest: Findable, terms: readonly string[]) => {
  const text = textOf(guest)
  return terms.every(
    (word) =>
      text.includes(word) || (/^\d{2,4}$/.test(word) && (guest.phoneLast4 ?? '').endsWith(word)),
  )
}

/** The guests that fit what was typed, those whose name begins with it first. */
export const findGuests = <T extends Findable>(
  guests: readonly T[],
  typed: string,
): readonly T[] => {
  const terms = searchableText(typed).split(/\s+/).filter(Boolean)
  const [first] = terms
  if (!first) return guests
  const begins = (guest: T) =>
    searchableText(guest.name)
      .split(/\s+/)
      .some((part) => part.startsWith(first))
      ? 0
      : 1
  return guests
    .filter((guest) => matches(guest, terms))
    .map((guest, index) => ({ guest, index }))
    .sort((a, b) => begins(a.guest) - begins(b.guest) || a.index - b.index)
    .map(({ guest }) => guest)
}
