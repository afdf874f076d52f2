import { type MessageKind, templateVariable } from '@ngopi/shared/templates'
import { AppError, type FieldError } from '../platform/app-error.ts'
import type { Bilingual } from '../platform/language.ts'
import type { Words } from './guest-message.ts'
import { nearestVariable } from './nearest-variable.ts'
import { type Fault, parseTemplate } from './template-syntax.ts'

const askForAnswer: ReadonlySet<MessageKind> = new Set([
  'invitation',
  'reminder_silent',
  'reminder_maybe',
  'reminder_attending',
  'reschedule',
  'offer',
])

/** Whether a message asks the guest to answer, so that it must carry the personal link. */
export const asksForAnswer = (kind: MessageKind): boolean => askForAnswer.has(kind)

const lineAndColumn = ({ line, column }: Fault): Bilingual => ({
  id: `(baris ${line}, kolom ${column})`,
  en: `(line ${line}, column ${column})`,
})

const allVariables = templateVariable.options.map((name) => `{${name}}`).join(' ')

/** A name as it is quoted in an error: not longer than a line takes. */
const quoted = (name: string): string =>
  name.length > 40 ? `{${name.slice(0, 40)}…}` : `{${name}}`

function sentence(fault: Fault): Bilingual {
  const at = lineAndColumn(fault)
  if (fault.is === 'unclosed')
    return {
      id: `Kurung kurawal { tidak ditutup ${at.id}. Tulis {{ bila yang dimaksud tanda { itu sendiri.`,
      en: `The brace { is not closed ${at.en}. Write {{ where you mean the sign { itself.`,
    }
  if (fault.is === 'stray')
    return {
      id: `Kurung kurawal } tidak pernah dibuka ${at.id}. Tulis }} bila yang dimaksud tanda } itu sendiri.`,
      en: `The brace } was never opened ${at.en}. Write }} where you mean the sign } itself.`,
    }
  const near = nearestVariable(fault.name)
  return {
    id: `Variabel ${quoted(fault.name)} tidak dikenal ${at.id}. ${near ? `Maksud Anda {${near}}?` : `Yang tersedia: ${allVariables}.`}`,
    en: `The variable ${quoted(fault.name)} is not known ${at.en}. ${near ? `Did you mean {${near}}?` : `There are: ${allVariables}.`}`,
  }
}

const lineBreak = /[\n\r\v\f\u0085\u2028\u2029]/

const severalLines: Bilingual = {
  id: 'Judul hanya boleh satu baris.',
  en: 'The subject must be a single line.',
}

const linkMissing: Bilingual = {
  id: 'Pesan ini meminta jawaban, jadi harus memuat {tautan}.',
  en: 'This message asks for an answer, so it must contain {tautan}.',
}

const has = (source: string, name: string): boolean =>
  parseTemplate(source).lines.some((line) =>
    line.some((part) => typeof part !== 'string' && part.variable === name),
  )

/** Everything that keeps these words from being used, each with its place. */
function faultsOf(kind: MessageKind, { subject, body }: Words): FieldError[] {
  const inField = (path: string, source: string): FieldError[] =>
    parseTemplate(source).faults.map((fault) => ({ path, message: sentence(fault) }))
  return [
    ...(lineBreak.test(subject)
      ? [{ path: 'subject', message: severalLines }]
      : inField('subject', subject)),
    ...inField('body', body),
    ...(asksForAnswer(kind) && !has(body, 'tautan')
      ? [{ path: 'body', message: linkMissing }]
      : []),
  ]
}

/** Refuses words that cannot be used as they are: 400 with all that is wrong. */
export function requireUsable(kind: MessageKind, wording: Words): void {
  const fields = faultsOf(kind, wording)
  if (fields.length > 0) throw new AppError('invalid', { fields })
}
