/** A sentence in both languages of the product; Indonesian comes first. */
export interface Bilingual {
  readonly id: string
  readonly en: string
}

export type Language = keyof Bilingual

/** The language of an Accept-Language header (RFC 9110 §12.5.4): English only when it is preferred to Indonesian. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '').split(',').flatMap((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const primary = tag.split('-')[0]
    const quality = parameters.find((p) => p.trim().startsWith('q='))
    const weight = quality ? Number(quality.trim().slice(2)) : 1
    return primary === 'id' || primary === 'en' ? [{ language: primary, weight }] : []
  })
  wanted.sort((a, b) => b.weight - a.weight)
  return (wanted[0]?.language as Language | undefined) ?? 'id'
}
