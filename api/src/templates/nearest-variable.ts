import { type TemplateVariable, templateVariable } from '@ngopi/shared/templates'

/** How many letters must be added, taken away or changed to make one word of the other. */
function difference(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The variable somebody probably meant; undefined where none is near. */
export function nearestVariable(name: string): TemplateVariable | undefined {
  const asked = name.trim().toLowerCase()
  if (asked.length > 20) return undefined
  const [nearest] = templateVariable.options
    .map((variable) => ({ variable, away: difference(asked, variable) }))
    .filter(({ variable, away }) => away <= (variable.length > 4 ? 2 : 1))
    .sort((a, b) => a.away - b.away)
  return nearest?.variable
}
