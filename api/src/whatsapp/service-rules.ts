import type { MessageKind } from '@ngopi/shared/templates'
import type { GuestMessage } from '../templates/guest-message.ts'
import { templateValues } from '../templates/template-values.ts'

/** What the service is asked to send to one guest. */
export interface ServiceWords {
  /** Name of the template that WhatsApp approved. */
  template: string
  language: string
  parameters: string[]
}

/** The service takes no empty parameter. */
const nothingToSay = '-'

/** The approved template that says what a message of ours does, filled for this guest; undefined without one. */
export function serviceWords(
  letter: GuestMessage,
  templateKind: MessageKind,
): ServiceWords | undefined {
  const own = letter.ownWords[templateKind]
  if (!own?.serviceTemplate) return undefined
  const values = templateValues(letter, templateKind)
  return {
    template: own.serviceTemplate,
    language: letter.language,
    parameters: own.serviceParameters.map((variable) => values[variable] ?? nothingToSay),
  }
}
