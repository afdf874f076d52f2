export interface Option {
  value: string
  label: string
}

/**
 * What a menu shows for what was typed: its own options that hold every word, then what was
 * found elsewhere, each once. Nothing typed shows all.
 *
 * @param found what a server answered; it tolerates typos, so it is not filtered again
 */
export const matchingOptions = (
  options: readonly Option[],
  found: readonly Option[],
  typed: string,
): Option[] => {
  const terms = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const own = options.filter(({ label }) => {
    const text = label.toLocaleLowerCase()
    return terms.every((word) => text.includes(word))
  })
  const shown = new Set(own.map(({ value }) => value))
  return [...own, ...found.filter(({ value }) => !shown.has(value))]
}
