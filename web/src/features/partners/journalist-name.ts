interface Named {
  fullName: string
  titlePrefix: string | null
  titleSuffix: string | null
}

/** The name as it is written on a letter: "H. Budi Santoso, S.Sos.". */
export const nameWithTitles = ({ fullName, titlePrefix, titleSuffix }: Named): string =>
  [[titlePrefix, fullName].filter(Boolean).join(' '), titleSuffix].filter(Boolean).join(', ')
