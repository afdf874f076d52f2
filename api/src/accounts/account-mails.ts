import type { User } from '@ngopi/shared/accounts'
import type { Role } from '@ngopi/shared/roles'
import type { Access } from '../platform/access.ts'
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

/** What an office above did to an account of an office below. */
export type AccountAction = 'invited' | 'linked' | 'changed'

const actWords: Record<AccountAction, { id: string; en: string }> = {
  invited: { id: 'membuat akun berikut di kantor Anda', en: 'made this account in your office' },
  linked: {
    id: 'meminta tautan kata sandi baru untuk akun berikut di kantor Anda',
    en: 'asked for a new password link for this account of your office',
  },
  changed: {
    id: 'mengubah akun berikut di kantor Anda',
    en: 'changed this account of your office',
  },
}

const roleWords: Record<Role, { id: string; en: string }> = {
  admin: { id: 'admin', en: 'admin' },
  officer: { id: 'petugas', en: 'officer' },
  manager: { id: 'pimpinan', en: 'manager' },
  desk: { id: 'meja tamu', en: 'desk' },
}

const statusWords: Record<User['status'], { id: string; en: string }> = {
  invited: { id: 'diundang', en: 'invited' },
  active: { id: 'aktif', en: 'active' },
  disabled: { id: 'dinonaktifkan', en: 'disabled' },
}

const linkWords = {
  mailed: {
    id: 'Tautan kata sandinya dikirim hanya ke alamat surel akun itu.',
    en: 'Its password link was sent to the address of the account alone.',
  },
  yours: {
    id: 'Tidak ada tautan yang diberikan kepada kantor di atas. Bila akun ini memang perlu, buat tautannya di Pengaturan › Pengguna.',
    en: 'No link was given to the office above. If the account is wanted, make its link under Settings › Users.',
  },
}

/** Tells an admin what the office above did to an account of the admin's office; it carries no link. */
export function parentActMail({
  recipient,
  admin,
  user,
  action,
  smtp,
}: {
  recipient: Recipient
  admin: Access
  user: User
  action: AccountAction
  smtp: boolean
}): NewMail {
  const link = action === 'changed' ? { id: '', en: '' } : linkWords[smtp ? 'mailed' : 'yours']
  const account = (language: 'id' | 'en') =>
    `${user.name} <${user.email}> (${roleWords[user.role][language]}, ${statusWords[user.status][language]})`
  return {
    recipient: recipientOf(recipient),
    subject: 'Akun di kantor Anda / An account of your office',
    text: `Yth. ${recipient.name},

${admin.name} dari ${admin.officeName} ${actWords[action].id}:

${account('id')}

${link.id}
Bila hal ini tidak Anda ketahui, nonaktifkan akun tersebut di Pengaturan › Pengguna.

--

Dear ${recipient.name},

${admin.name} of ${admin.officeName} ${actWords[action].en}:

${account('en')}

${link.en}
If you did not expect this, disable the account under Settings › Users.
`,
  }
}
