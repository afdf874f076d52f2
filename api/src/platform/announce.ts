import { type Config, isLoopbackUrl } from './config.ts'

export interface DemoAccount {
  email: string
  password: string
  role: string
  office: string
}

/** Prints what a person needs to begin: the address, who can log in, one personal link or the set-up code. */
export function announce(facts: {
  publicUrl: string
  config: Pick<Config, 'publicUrl'>
  demo: { accounts: DemoAccount[]; personalLink: string } | undefined
  setupCode: string | undefined
}): void {
  process.stdout.write(`${announcement(facts).join('\n')}\n`)
}

/** The lines of the announcement. */
export function announcement({
  publicUrl,
  config,
  demo,
  setupCode,
}: Parameters<typeof announce>[0]): string[] {
  const lines = ['', `Ngopi: ${publicUrl}`]
  if (demo) {
    const width = Math.max(...demo.accounts.map(({ email }) => email.length))
    lines.push(
      '',
      'Akun demo / demo accounts:',
      ...demo.accounts.map(
        ({ email, password, role, office }) =>
          `  ${email.padEnd(width)}  ${password}  ${role}, ${office}`,
      ),
      '',
      `Tautan pribadi wartawan / a journalist's personal link:\n  ${demo.personalLink}`,
    )
  }
  if (setupCode !== undefined) {
    lines.push(
      '',
      `Kode penyiapan / set-up code: ${setupCode}`,
      `  Buka ${publicUrl} lalu masukkan kode ini. / Open ${publicUrl} and enter this code.`,
    )
  }
  if (isLoopbackUrl(publicUrl)) {
    const hint = config.publicUrl === undefined ? 'PUBLIC_URL' : `PUBLIC_URL (${config.publicUrl})`
    lines.push(
      '',
      `Peringatan: tautan ke ${publicUrl} tidak dapat dibuka di ponsel; atur ${hint}.`,
      `Warning: links to ${publicUrl} open on no phone; set ${hint} to an address phones reach.`,
    )
  }
  return [...lines, '']
}
