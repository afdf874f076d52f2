/** How a guest is reached; null: there is no way. */
export type Way = 'email' | 'whatsapp' | null

/**
 * The way the guest prefers where it works, else mail, else WhatsApp; from `journalists j`. `mailServer` is the parameter
 * that says whether mails can leave at all.
 */
export const channelWith = (mailServer: string): string => `
  case when j.preferred_channel = 'whatsapp' and j.has_phone and j.phone_problem_at is null then 'whatsapp'
       when ${mailServer}::boolean and j.has_email and j.email_problem_at is null then 'email'
       when j.has_phone and j.phone_problem_at is null then 'whatsapp' end`
