const apostrophes = /['`´‘’‚‛′ʹʻʼʽʾʿˈˊˋ＇]/g
const otherDigits = /[٠-٩۰-۹]/g
const invisible = /[\p{Mn}\u200B-\u200D\u2060\uFEFF\u00AD]/gu
const spacesAndHyphens = /[\s\u2010-\u2015\u2212-]+/g

/**
 * What names are searched by, for devices without network; the database's `searchable` is the rule that this follows,
 * and a test compares the two.
 */
export const searchableText = (text: string): string =>
  text
    .replace(otherDigits, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .replace(apostrophes, "'")
    .normalize('NFKD')
    .replace(invisible, '')
    .toLowerCase()
    .replace(spacesAndHyphens, ' ')
