const titles = new Set(
  `h hj hjh haji hajjah dr drs dra drg drh ir prof kh ky kyai ust ustadz ustadzah gus ning r rr ra rd raden
   tgk tengku teuku cut bapak bpk pak ibu bu sdr sdri sdra mr mrs ms`.split(/\s+/),
)

/**
 * A name without the titles around it, without case and accents, to tell whether two are the same:
 * "H. Budi Santoso, S.Sos., M.I.Kom." and "BUDI SANTOSO" are. Never empty for a name that is not.
 */
export function bareName(fullName: string): string {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^\p{L}\p{N}'’]+/u)
      .filter(Boolean)
  const words = plain(fullName.split(',')[0] ?? '')
  const first = words.findIndex((word) => !titles.has(word))
  return (first < 0 ? plain(fullName) : words.slice(first)).join(' ')
}
