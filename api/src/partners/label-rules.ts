/** Labels without repetitions; case tells no two of them apart, the first spelling stays. */
export function distinctLabels(labels: readonly string[]): string[] {
  const bySpelling = new Map<string, string>()
  for (const label of labels) {
    const key = label.toLowerCase()
    if (!bySpelling.has(key)) bySpelling.set(key, label)
  }
  return [...bySpelling.values()]
}

/** Text that somebody emptied is text that is not there. */
export const presentText = (text: string | null | undefined): string | null | undefined =>
  text === '' ? null : text
