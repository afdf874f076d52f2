import type { NewMail } from '../platform/mail.ts'

interface Recipient {
  name: string
  email: string
}

const recipientOf = ({ name, email }: Recipient) => ({ name, address: email })

/** Invites a user; the link is good for 72 hours. */
export const invitationMail = (user: Recipient, link: string, officeName: string): NewMail => ({
  recipient: recipientOf(user),
  confidential: true,
  subject: 'Undangan masuk ke Ngopi / Your Ngopi account',
  text: `Yth. ${user.name},

${officeName} mengundang Anda memakai Ngopi. Silakan buat kata sandi Anda melalui tautan ini:

${link}

Tautan berlaku 72 jam dan hanya dapat dipakai sekali. Bila Anda tidak mengenali undangan ini, abaikan saja surel ini.

--

Dear ${user.name},

${officeName} invites you to use Ngopi. Please choose your password by the link above. It is valid for 72 hours and works once. If you do not expect this invitation, please ignore this mail.
`,
})

/** Lets a user choose a new password; the link is good for 10 minutes. */
export const resetMail = (user: Recipient, link: string): NewMail => ({
  recipient: recipientOf(user),
  confidential: true,
  subject: 'Atur ulang kata sandi Ngopi / Reset your Ngopi password',
  text: `Yth. ${user.name},

Ada permintaan untuk mengatur ulang kata sandi akun Anda. Silakan buat kata sandi baru melalui tautan ini:

${link}

Tautan berlaku 10 menit dan hanya dapat dipakai sekali. Bila bukan Anda yang meminta, abaikan surel ini; kata sandi Anda tidak berubah.

--

Dear ${user.name},

Somebody asked to reset the password of your account. Please choose a new one by the link above. It is valid for 10 minutes and works once. If it was not you, please ignore this mail; your password stays as it is.
`,
})
