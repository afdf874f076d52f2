/** A name for the file, of letters, digits and dashes alone. */
export function documentFileName(...parts: string[]): string {
  const plain = parts
    .join(' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return `${plain.slice(0, 80).replace(/-+$/, '') || 'surat'}.pdf`
}
