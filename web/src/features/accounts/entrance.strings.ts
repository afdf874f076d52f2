import { catalogue } from '../../i18n.tsx'

/** The pages before a login. */
export const entranceStrings = catalogue({
  id: {
    tagline: 'Dari undangan sampai terbit.',
    title: 'Masuk',
    email: 'Alamat surel',
    password: 'Kata sandi',
    show: 'Tampilkan kata sandi',
    submit: 'Masuk',
    forgot: 'Lupa kata sandi?',
    wrong: 'Alamat surel atau kata sandi tidak cocok.',
    language: 'English',
  },
  en: {
    tagline: 'From invitation to publication.',
    title: 'Log in',
    email: 'E-mail address',
    password: 'Password',
    show: 'Show password',
    submit: 'Log in',
    forgot: 'Forgot your password?',
    wrong: 'E-mail address or password does not match.',
    language: 'Bahasa Indonesia',
  },
})
