import type { MessageKind, MessageLanguage } from '@ngopi/shared/templates'
import type { Letter } from './letter.ts'
import { templateValues } from './template-values.ts'

/** A message for the official WhatsApp service, which fills its own approved template. */
export interface ServiceMessage {
  template: string
  language: MessageLanguage
  parameters: string[]
}

/** What the official service is asked to send; undefined where the office named no approved template for it. */
export function serviceMessageOf(letter: Letter, about: MessageKind): ServiceMessage | undefined {
  const words = letter.ownWords[about]
  if (!words?.serviceTemplate) return undefined
  const values = templateValues(letter, about)
  return {
    template: words.serviceTemplate,
    language: letter.language,
    // The service refuses a message with an empty parameter.
    parameters: words.serviceParameters.map((name) => values[name] ?? '-'),
  }
}
