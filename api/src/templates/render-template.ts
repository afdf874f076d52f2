import type { TemplateVariable } from '@ngopi/shared/templates'
import { type Part, parseTemplate } from './template-syntax.ts'
import type { TemplateValues } from './template-values.ts'

/** Words in a message, with the variable they came from. */
export interface Stretch {
  text: string
  variable?: TemplateVariable
}

/** A line of a message; an empty list is an empty line. */
export type MessageLine = Stretch[]

const hasAllValues = (line: readonly Part[], values: TemplateValues): boolean =>
  line.every((part) => typeof part === 'string' || values[part.variable] !== null)

const fill = (line: readonly Part[], values: TemplateValues): MessageLine =>
  line.map((part) =>
    typeof part === 'string'
      ? { text: part }
      : { text: values[part.variable] ?? '', variable: part.variable },
  )

/** The words of a line of a message. */
export const textOf = (line: MessageLine): string => line.map(({ text }) => text).join('')

export const isEmpty = (line: MessageLine): boolean => textOf(line).trim() === ''

/**
 * Puts values into a template, in one pass: what stands in a value is never looked at again. A line is left out when
 * one of its variables has nothing to say; the gap of a paragraph that is left out altogether goes with it.
 */
export function renderLines(source: string, values: TemplateValues): MessageLine[] {
  const lines: MessageLine[] = []
  let leftOut = false
  const endsEmpty = () => {
    const last = lines.at(-1)
    return last === undefined || isEmpty(last)
  }
  for (const parts of parseTemplate(source).lines) {
    if (!hasAllValues(parts, values)) {
      leftOut = true
      continue
    }
    const line = fill(parts, values)
    if (leftOut && isEmpty(line) && endsEmpty()) continue
    leftOut = false
    lines.push(line)
  }
  while (leftOut && lines.length > 0 && endsEmpty()) lines.pop()
  return lines
}

/** The message as plain text. */
export const renderText = (source: string, values: TemplateValues): string =>
  renderLines(source, values).map(textOf).join('\n')

/** A subject: one line, in which a variable without a value says nothing. */
export const renderSubject = (source: string, values: TemplateValues): string =>
  parseTemplate(source)
    .lines.map((line) => textOf(fill(line, values)))
    .join(' ')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
