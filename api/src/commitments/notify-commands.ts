import type { Commitment } from '@ngopi/shared/commitments'
import { and, eq, sql } from 'drizzle-orm'
import { AppError } from '../platform/app-error.ts'
import { prepared, type Tx } from '../platform/database.ts'
import { queueMail } from '../platform/mail.ts'
import { whatsappUrl } from '../templates/message-text.ts'
import { type Own, takeOwn } from './commands.ts'
import { getCommitment } from './queries.ts'
import { type Telling, tellingSubject, tellingText } from './reminder-mails.ts'
import { commitmentStrings } from './strings.ts'
import { commitments } from './tables.ts'

const findListener = {
  name: 'commitment_listener',
  text: `select j.full_name as "fullName", j.language, c.phone,
                case when j.email_problem_at is null then c.email end as email, o.name as "officeName"
           from journalists j join offices o on o.id = j.office_id
           left join journalist_contacts c on c.id = j.id and c.office_id = j.office_id
          where j.office_id = $1 and j.id = $2`,
}

/**
 * Tells the journalist what came of a promise: by mail it is queued, on other channels it is recorded that a person
 * did. 409 `closed` while it is open or names nobody, 422 without an address to write to.
 */
export async function tellOutcome(
  tx: Tx,
  {
    own,
    channel,
    smtp,
  }: { own: Own; channel: NonNullable<Commitment['toldChannel']>; smtp: boolean },
): Promise<{ commitment: Commitment; message: string; whatsappUrl: string | null }> {
  const { state, outcome, text: commitment, offRecord, journalistId } = await takeOwn(tx, own)
  if (state === 'open' || outcome === null)
    throw new AppError('closed', { message: commitmentStrings.notSettled })
  const [listener] = await prepared<
    Pick<Telling, 'fullName' | 'language' | 'officeName'> & {
      phone: string | null
      email: string | null
    }
  >(tx, findListener, [own.officeId, journalistId])
  if (!listener) throw new AppError('closed', { message: commitmentStrings.nobodyToTell })
  const { phone, email, ...known } = listener
  const telling = { ...known, commitment, state, outcome, offRecord }
  const message = tellingText(telling)
  if (channel === 'email') {
    if (email === null)
      throw new AppError('unprocessable', { message: commitmentStrings.noAddress })
    const recipient = { name: known.fullName, address: email }
    const mail = { recipient, subject: tellingSubject(telling), text: message }
    await queueMail(tx, { officeId: own.officeId, smtp, mail })
  }
  await tx
    .update(commitments)
    .set({ toldAt: sql`now()`, toldChannel: channel })
    .where(and(eq(commitments.id, own.id), eq(commitments.officeId, own.officeId)))
  return {
    commitment: await getCommitment(tx, own.id),
    message,
    whatsappUrl: phone === null ? null : whatsappUrl(phone, message),
  }
}
