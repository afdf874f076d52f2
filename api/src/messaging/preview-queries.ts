import type { MessageKind, MessageLanguage } from '@ngopi/shared/templates'
import { AppError, invalidField } from '../platform/app-error.ts'
import { type Db, prepared } from '../platform/database.ts'
import type { MessageContext } from '../platform/message-context.ts'
import { requestStrings } from '../platform/problem-strings.ts'
import type { GuestMessage, Words } from '../templates/guest-message.ts'
import { mailOf, messageText } from '../templates/message-text.ts'
import { type SampleOffice, sampleLetter } from '../templates/sample-guest-message.ts'
import { findGuestMessages } from './guest-message-queries.ts'

interface Asked {
  officeId: string
  kind: MessageKind
  language: MessageLanguage
  wording: Words
  invitationId?: string | undefined
  /** ISO instant. */
  now: string
}

const latestInvitation = {
  name: 'latest_invitation',
  text: `select id from invitations where office_id = $1 and revoked_at is null order by id desc limit 1`,
}

const officeOfSample = {
  name: 'office_of_sample',
  text: `select name as office, time_zone as "timeZone", contact_name as "contactName", contact_phone as "contactPhone"
           from offices where id = $1`,
}

/** The guest asked for (400 where there is none such), else the one invited last. */
async function findGuest(
  db: Db,
  context: MessageContext,
  asked: Asked,
): Promise<GuestMessage | undefined> {
  const { officeId, invitationId } = asked
  const [latest] = invitationId
    ? [{ id: invitationId }]
    : await prepared<{ id: string }>(db, latestInvitation, [officeId])
  const [letter] = latest ? await findGuestMessages(db, context, [latest.id]) : []
  if (invitationId && letter?.officeId !== officeId)
    throw invalidField('invitationId', requestStrings.unknownReference)
  return letter
}

async function madeUpGuest(
  db: Db,
  { publicUrl }: MessageContext,
  asked: Asked,
): Promise<GuestMessage> {
  const [office] = await prepared<SampleOffice>(db, officeOfSample, [asked.officeId])
  if (!office) throw new AppError('not_found')
  return sampleLetter(office, { publicUrl, language: asked.language, now: asked.now })
}

const sampleReason = {
  id: 'narasumber berhalangan (contoh)',
  en: 'the speaker cannot come (example)',
}

/** With what a guest has only once such a message is written: why it is cancelled, until when a seat is kept. */
function inItsMoment(letter: GuestMessage, { kind, language, now }: Asked): GuestMessage {
  const tomorrow = new Date(Date.parse(now) + 86_400_000).toISOString()
  return {
    ...letter,
    language,
    cancelReason:
      kind === 'cancel' ? (letter.cancelReason ?? sampleReason[language]) : letter.cancelReason,
    offerExpiresAt: kind === 'offer' ? (letter.offerExpiresAt ?? tomorrow) : letter.offerExpiresAt,
  }
}

/** A message with these words as a guest of the office would get it; nothing is saved or sent. */
export async function previewMessage(
  db: Db,
  context: MessageContext,
  asked: Asked,
): Promise<{ guest: string | null; subject: string; text: string; html: string }> {
  const { kind, wording } = asked
  const guest = await findGuest(db, context, asked)
  const own = { [kind]: { ...wording, serviceTemplate: null, serviceParameters: [] } }
  const letter = {
    ...inItsMoment(guest ?? (await madeUpGuest(db, context, asked)), asked),
    ownWords: own,
  }
  const { subject, html } = mailOf(letter, kind)
  return { guest: guest?.guest ?? null, subject, text: messageText(letter, kind), html }
}
