import { type PersonForm, personForm } from '@ngopi/shared/personal-forms'
import type { PersonFault, PersonFaults } from '../guest-views/people-text.ts'
import { normalisePhone } from '../partners/phone-rules.ts'

const faultOf = {
  fullName: 'noName',
  phone: 'noPhone',
  email: 'noEmail',
  outletName: 'tooLong',
} as const satisfies Record<keyof PersonForm, PersonFault>

const isField = (path: unknown): path is keyof PersonForm =>
  typeof path === 'string' && path in faultOf

/**
 * Reads whom a guest wrote down. A number must be one that can be called, as in the office's own forms; `faults` names
 * every field that was not taken, and is empty for what no form sends.
 */
export function readPersonForm(
  body: unknown,
):
  | { person: PersonForm; formKey: string | undefined; faults?: never }
  | { person?: never; formKey?: never; faults: PersonFaults } {
  const sent = personForm.safeParse(body)
  const written = (name: keyof PersonForm): string => {
    const value = (body as Record<string, unknown> | undefined)?.[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  const faults: PersonFaults = {}
  for (const { path } of sent.error?.issues ?? []) {
    const [field] = path
    if (isField(field)) faults[field] = faultOf[field]
  }
  if (written('fullName') && faults.fullName) faults.fullName = 'tooLong'
  const phone = written('phone')
  if (phone && normalisePhone(phone) === undefined) faults.phone = 'noPhone'
  else if (!phone && !written('email')) faults.phone = 'noContact'
  if (!sent.success || faults.phone) return { faults }
  const { formKey, ...person } = sent.data
  return { person, formKey }
}
