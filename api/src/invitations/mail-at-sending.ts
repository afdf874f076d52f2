import type { RefreshMail } from '../platform/mail.ts'
import type { Post } from './letter-queries.ts'

/** What a queued mail to a guest says when its turn comes, or why it is no longer to be sent. */
export const refreshGuestMail =
  (_post: Post): RefreshMail =>
  async () =>
    undefined
