const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** How well a title fits what was typed: 5 the same, 4 begins with it, 3 a word begins with it, 2 holds it, 1 is like it. */
export function titleScore(title: string, typed: string): number {
  const [name, needle] = [folded(title), folded(typed)]
  if (name === needle) return 5
  if (name.startsWith(needle)) return 4
  if (name.includes(` ${needle}`)) return 3
  return name.includes(needle) ? 2 : 1
}
