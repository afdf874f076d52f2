import type { Bilingual } from '../platform/language.ts'
import { accountStrings } from './strings.ts'

/** Words that the commonest passwords begin with, in Indonesia and elsewhere; digits and signs behind them add little. */
const common = new Set([
  'password',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'mypassword',
  'katasandi',
  'rahasia',
  'rahasiaku',
  'sandi',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r',
  '1q2w3e4r5t',
  '1qaz2wsx',
  '1qaz2wsx3edc',
  'q1w2e3r4t5',
  'abc',
  'abcd',
  'abcdefghij',
  'admin',
  'administrator',
  'welcome',
  'letmein',
  'changeme',
  'iloveyou',
  'aku',
  'sayang',
  'sayangku',
  'akusayangkamu',
  'akucintakamu',
  'cintaku',
  'bismillah',
  'alhamdulillah',
  'assalamualaikum',
  'indonesia',
  'indonesiaraya',
  'merdeka',
  'garuda',
  'pancasila',
  'jakarta',
  'humas',
  'imigrasi',
  'ngopi',
  '',
])

/** A run such as 1234567890, abcdefghij, or one character over and over. */
function isRun(password: string): boolean {
  const steps = new Set<number>()
  for (let i = 1; i < password.length; i++) {
    const step = password.charCodeAt(i) - password.charCodeAt(i - 1)
    // 9 to 0, as on a keyboard
    steps.add(step === -9 ? 1 : step)
  }
  return steps.size === 1 && [...steps].every((step) => Math.abs(step) <= 1)
}

/** Why a password is refused, or undefined. The contract has checked its length already. */
export function passwordObjection(password: string, email: string): Bilingual | undefined {
  const plain = password.toLowerCase()
  const [localPart = ''] = email.toLowerCase().split('@')
  // A shorter name stands in too many innocent words.
  if (localPart.length >= 3 && plain.includes(localPart)) return accountStrings.passwordHasEmail
  const word = plain.replace(/[^\p{L}]+$/u, '')
  if (common.has(word) || common.has(plain) || isRun(plain)) return accountStrings.commonPassword
  return undefined
}
