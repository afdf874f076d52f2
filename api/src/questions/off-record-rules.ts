/** What of a session is off the record, and what is not. */
export interface OffRecord {
  /** Words of questions, answers, promises and outcomes, in every wording they had. */
  withheld: readonly string[]
  /** Topics that only questions off the record have. */
  topics: readonly string[]
  /** Words of questions, answers and promises that are on the record. */
  open: readonly string[]
}

/** So few words may stand anywhere by chance; they tell only where nothing else stands. */
const tooFew = 4

/** Letters and figures, word by word, with a blank at both ends, so that whole words are compared. */
const wordsOf = (text: string): string =>
  ` ${
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `

const countOf = (phrase: string): number => phrase.split(' ').length - 2

const sentencesOf = (text: string): string[] => text.split(/[.?!;\n]+/)

/**
 * Whether a piece of saved text holds words that are off the record: a whole text or one of its sentences, or a part
 * that can come from nowhere else. Words that were said on the record too give nothing away.
 */
export function offRecordIn({ withheld, topics, open }: OffRecord): (text: string) => boolean {
  const said = open.map(wordsOf)
  const isOpen = (phrase: string) => said.some((one) => one.includes(phrase))
  const whole = withheld.map(wordsOf).filter((phrase) => countOf(phrase) > 0 && !isOpen(phrase))
  const sentences = withheld
    .flatMap(sentencesOf)
    .map(wordsOf)
    .filter((phrase) => countOf(phrase) > tooFew && !isOpen(phrase))
  const short = whole.filter((phrase) => countOf(phrase) < tooFew)
  const long = [...whole.filter((phrase) => countOf(phrase) >= tooFew), ...sentences]
  const headings = topics.map(wordsOf)
  return (text) => {
    const phrase = wordsOf(text)
    // Behind a colon stands what was said, before it who said it; in brackets behind it what is noted of it.
    const spoken = [text, text.slice(text.indexOf(':') + 1), text.replace(/\(.*$/s, '')].map(
      wordsOf,
    )
    return (
      long.some((one) => phrase.includes(one)) ||
      [...short, ...headings].some((one) => spoken.includes(one)) ||
      spoken.some(
        (part) =>
          countOf(part) > tooFew && !isOpen(part) && whole.some((one) => one.includes(part)),
      )
    )
  }
}
