/** A name without what spellings differ in: case, accents, the kind of apostrophe, spaces. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/['’‘`ʼ]/g, '')
    .toLowerCase()
    .trim()
    .replaceAll(/\s+/g, ' ')

/**
 * The one record meant by what was typed: the only one of that very name, else the only one whose name holds every
 * word. Undefined where there is none or a choice; a record that merely resembles the text is never taken for it.
 */
export const matchTyped = <T extends { name: string }>(
  typed: string,
  records: readonly T[],
): T | undefined => {
  const wanted = folded(typed)
  if (!wanted) return undefined
  const same = records.filter(({ name }) => folded(name) === wanted)
  const terms = wanted.split(' ')
  const found =
    same.length > 0
      ? same
      : records.filter(({ name }) => terms.every((word) => folded(name).includes(word)))
  return found.length === 1 ? found[0] : undefined
}
