import { type TemplateVariable, templateVariable } from '@ngopi/shared/templates'

/** Where something stands in a template, both from 1; columns count characters as a reader does. */
interface Place {
  line: number
  column: number
}

/** What is wrong at a place: a name nobody knows, a brace never closed, one never opened. */
export type Fault = Place & ({ is: 'unknown'; name: string } | { is: 'unclosed' } | { is: 'stray' })

/** A stretch of a line: words as they are, or a variable. */
export type Part = string | { variable: TemplateVariable }

export interface ParsedTemplate {
  lines: Part[][]
  /** All of them, in reading order. */
  faults: Fault[]
}

const names: ReadonlySet<string> = new Set(templateVariable.options)

const isVariable = (name: string): name is TemplateVariable => names.has(name)

/** Doubled braces, a name in braces, or a brace that belongs to neither. */
const marks = /\{\{|\}\}|\{([^{}]*)\}|[{}]/g

/** Length in characters as a reader counts them. */
const characters = (text: string): number => [...text].length

/** What a mark found in a line means; a faulty one stays as it was written. */
function meaningOf(
  mark: string,
  name: string | undefined,
): Part | { fault: 'unknown' | 'unclosed' | 'stray' } {
  if (mark === '{{') return '{'
  if (mark === '}}') return '}'
  if (name === undefined) return { fault: mark === '{' ? 'unclosed' : 'stray' }
  return isVariable(name) ? { variable: name } : { fault: 'unknown' }
}

function parseLine(source: string, line: number): { parts: Part[]; faults: Fault[] } {
  const parts: Part[] = []
  const faults: Fault[] = []
  let wording = ''
  let read = 0
  let column = 1
  for (const match of source.matchAll(marks)) {
    const [mark, name] = match
    const before = source.slice(read, match.index)
    wording += before
    column += characters(before)
    read = match.index + mark.length
    const meaning = meaningOf(mark, name)
    if (typeof meaning === 'string') wording += meaning
    else if ('variable' in meaning) {
      if (wording) parts.push(wording)
      wording = ''
      parts.push(meaning)
    } else {
      wording += mark
      const at = { line, column }
      const { fault } = meaning
      faults.push(
        fault === 'unknown' ? { ...at, is: fault, name: name ?? '' } : { ...at, is: fault },
      )
    }
    column += characters(mark)
  }
  wording += source.slice(read)
  if (wording) parts.push(wording)
  return { parts, faults }
}

/**
 * Reads a template: `{nama}` is a variable, `{{` and `}}` are braces, all else stands for itself. Never throws;
 * what cannot be understood is told with its place and stays in the text as it was written.
 */
export function parseTemplate(source: string): ParsedTemplate {
  const lines = source.split('\n').map((line, i) => parseLine(line, i + 1))
  return {
    lines: lines.map(({ parts }) => parts),
    faults: lines.flatMap(({ faults }) => faults),
  }
}
