import type { SendMailOptions } from 'nodemailer/lib/mailer'
import { bounceAddressFor } from '../platform/bounce-address.ts'
import type { Config } from '../platform/config.ts'
import { type Db, prepared } from '../platform/database.ts'
import type { Keys } from '../platform/keys.ts'
import { type Attachment, type FreshMail, mailDomain, senderAddress } from '../platform/mail.ts'

/** Who a mail is from, as its reader sees it, and who reads the answer. */
export interface MailSender {
  office: string
  /** Null where the office has neither a press contact with an address nor anybody who works. */
  replyTo: string | null
}

const findSender = {
  name: 'mail_sender',
  text: 'select name as office, office_reply_address(id) as "replyTo" from offices where id = $1',
}

/** The sender of an office's mails. Throws for an office out of sight. */
export async function mailSenderOf(db: Db, officeId: string): Promise<MailSender> {
  const [sender] = await prepared<MailSender>(db, findSender, [officeId])
  if (!sender) throw new Error('The office of a mail is out of sight')
  return sender
}

/**
 * As nodemailer takes it. The one recipient is named in the envelope, so no header can add another. The Message-ID is
 * that of the record: a repeated try is known as the same mail.
 */
export function messageOf(
  {
    config,
    keys,
  }: {
    config: Pick<Config, 'publicUrl' | 'senderAddress' | 'bounceAddress'>
    keys: Pick<Keys, 'bounce'>
  },
  {
    id,
    address,
    mail,
    attachments,
    sender,
  }: {
    id: string
    address: string
    mail: FreshMail
    attachments: Attachment[]
    sender: MailSender
  },
): SendMailOptions {
  const from = senderAddress(config)
  const { unsubscribeUrl, calendar } = mail
  const replyTo = mail.replyTo ?? sender.replyTo
  return {
    from: { name: sender.office, address: from },
    ...(replyTo !== null && {
      replyTo: { name: mail.replyTo ? '' : sender.office, address: replyTo },
    }),
    to: { name: mail.recipient.name ?? '', address },
    envelope: {
      from: config.bounceAddress ? bounceAddressFor(config.bounceAddress, keys.bounce, id) : from,
      to: address,
    },
    subject: mail.subject,
    text: mail.text,
    ...(mail.html !== undefined && { html: mail.html }),
    ...(calendar && {
      icalEvent: { method: calendar.method, filename: 'undangan.ics', content: calendar.body },
    }),
    // RFC 8058: the reader's mail program stops them with one POST.
    ...(unsubscribeUrl !== undefined && {
      list: { unsubscribe: unsubscribeUrl },
      headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    }),
    attachments,
    messageId: `<${id}@${mailDomain(config)}>`,
  }
}
