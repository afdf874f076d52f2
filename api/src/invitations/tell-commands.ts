import type { MessageKind } from '@ngopi/shared/templates'
import type { Tx } from '../platform/database.ts'
import { hasMailServer, lettersFor, type Post } from './letter-queries.ts'
import { mailLetter } from './mail-commands.ts'
import { kindOf } from './message-rules.ts'
import { afterQuiet } from './sending-time-rules.ts'
import { reachByWhatsapp } from './whatsapp/queue-commands.ts'

/**
 * Tells guests what the system did for them: by mail, outside the quiet hours of the office; those without an address
 * by WhatsApp: through the official service, or where an officer has the text ready. Without a mail server everybody
 * with a number is told by WhatsApp, and for the others the mail is kept in the app.
 */
export async function tellGuests(
  tx: Tx,
  post: Post,
  { invitationIds, about }: { invitationIds: readonly string[]; about: MessageKind },
): Promise<void> {
  if (invitationIds.length === 0) return
  const now = new Date().toISOString()
  const byHand: string[] = []
  for (const letter of await lettersFor(tx, post, invitationIds)) {
    if (letter.email === null || (!hasMailServer(post) && letter.phone !== null))
      byHand.push(letter.invitationId)
    else {
      await mailLetter(tx, post, {
        letter,
        address: letter.email,
        about,
        byUserId: null,
        notBefore: afterQuiet(letter, now),
      })
    }
  }
  await reachByWhatsapp(tx, post, {
    invitationIds: byHand,
    kind: kindOf(about),
    about: about === 'seat' || about === 'offer' ? about : undefined,
  })
}
