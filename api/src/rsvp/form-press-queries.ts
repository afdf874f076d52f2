import { prepared, type Tx } from '../platform/database.ts'
import { idOfPress } from '../platform/ids.ts'

/** A press of a button on a guest's page, known by the entry that it makes in the history of answers. */
export interface FormPress {
  /** Of the entry. */
  id: string
  /** The invitation whose entry it made before; undefined: it was not done yet. */
  doneAt: string | undefined
}

const entry = {
  name: 'entry_of_act',
  text: 'select invitation_id as "invitationId" from responses where id = $1 and office_id = $2',
}

/**
 * Whether what a form asks for was done already, by the same form with the same words; undefined for one without a key.
 * The caller holds the session's row, so that the second of two presses sees what the first did.
 */
export async function findFormPress(
  tx: Tx,
  {
    formKey,
    officeId,
    press,
  }: { formKey: string | undefined; officeId: string; press: readonly string[] },
): Promise<FormPress | undefined> {
  if (!formKey) return undefined
  const id = idOfPress(formKey, press)
  const [made] = await prepared<{ invitationId: string }>(tx, entry, [id, officeId])
  return { id, doneAt: made?.invitationId }
}

/** The id of the entry to make: that of the act, unless it made one before and is done anew. */
export const newEntryOf = (press: FormPress | undefined): string | undefined =>
  press && press.doneAt === undefined ? press.id : undefined
