import type { Config } from './config.ts'
import type { Keys } from './keys.ts'

/** What messages to guests are made with. */
export interface MessageContext {
  publicUrl: string
  keys: Keys
  config: Pick<Config, 'smtpUrl' | 'publicUrl' | 'senderAddress' | 'whatsapp'>
}

/** Whether mails can leave; without a mail server they are kept to be read in the app. */
export const hasMailServer = ({ config }: Pick<MessageContext, 'config'>): boolean =>
  config.smtpUrl !== undefined
