/** How wide letters of Noto Sans are at most, regular or bold, in parts of the size. */
const widths: [letters: string, width: number][] = [
  [" !',.:;ijl", 0.3],
  ['()-J[]I`f{}', 0.4],
  ['/\\_rt"?z*Fcs', 0.55],
  ['$+0123456789<=>ELSTZ^aevxy|~#CPVYbdghknopqu', 0.65],
  ['ABKRX&DG', 0.75],
  ['HOQUN', 0.85],
  ['@w%MWm', 1],
]
const widthOfLetter = new Map(
  widths.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)),
)
/** The widest there is. */
const widest = 1.35

/** A mark above or below a letter takes no room of its own. */
const letterWidth = (letter: string): number =>
  widthOfLetter.get(letter) ?? widthOfLetter.get(letter.normalize('NFD').charAt(0)) ?? widest

const widthOf = (text: string): number =>
  [...text.normalize('NFC')].reduce((sum, letter) => sum + letterWidth(letter), 0)

/** How many lines the words take at most; a word longer than a line may be broken. `width` in parts of the size. */
function linesOf(text: string, width: number): number {
  let lines = 1
  let used = 0
  for (const word of text.split(/\s+/)) {
    const needed = widthOf(word)
    const gap = used === 0 ? 0 : letterWidth(' ')
    if (used + gap + needed <= width) {
      used += gap + needed
    } else {
      // Broken words may leave most of a part of 12 letters empty at the end of each line.
      const broken = Math.ceil(needed / Math.max(width - 12, width / 2))
      lines += (used === 0 ? 0 : 1) + (needed > width ? broken - 1 : 0)
      used = Math.min(needed, width)
    }
  }
  return lines
}

/** How high a line is, in parts of the size. */
const lineHeight = 1.36

/** The largest size (points) at which the text surely fits the box, by whole points from `largest` down to `least`. */
export function fittingSize(
  text: string,
  box: { width: number; height: number; largest: number; least: number },
): number {
  let size = box.largest
  while (size > box.least && linesOf(text, box.width / size) * size * lineHeight > box.height)
    size -= 1
  return size
}
