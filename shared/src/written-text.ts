/** Marks that turn or embed the direction of writing: invisible, and able to show `gpj.exe` as `exe.jpg`. */
const directionMarks = /[\u202a-\u202e\u2066-\u2069]/g

/** Every sign that some program takes for the end of a line; PowerPoint and Word write vertical tabs. */
const lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g

/** Controls that mean nothing in a text; NUL is left for the check that refuses it by name. */
const controls = /(?![\0\t\n\v\f\r\u0085])\p{Cc}/gu

/** Composed as PostgreSQL and people compare it, without what cannot be seen and may deceive. */
const plain = (written: string): string =>
  written.normalize('NFC').replace(directionMarks, '').replace(controls, '')

/** Text as it is kept where one line is meant; a break inside stays, to be refused. */
export const oneLine = (written: string): string => plain(written).replaceAll('\t', ' ').trim()

/** Text as it is kept where lines may follow each other, each ended by one `\n`. */
export const severalLines = (written: string): string => plain(written).replace(lineEnds, '\n')

/** Whether there is more than one line. */
export const breaksLine = (written: string): boolean => written.search(lineEnds) >= 0

/** Spaces, marks without a width, and the letters of two scripts that show nothing. */
const invisible = /[\s\p{Cf}\p{Cc}\u115f\u1160\u3164\uffa0\u2800]|\u034f/gu

/** Whether there is anything to see. */
export const isVisible = (written: string): boolean => written.replace(invisible, '') !== ''

/** Whether a text can be kept: PostgreSQL stores neither NUL nor half of a surrogate pair. */
export const isStorable = (written: string): boolean => !/\0|\p{Surrogate}/u.test(written)

/** Where in a value, its keys included, a text stands that cannot be kept. */
export function unstorablePaths(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => {
    const below = path === '' ? key : `${path}.${key}`
    return isStorable(key) ? unstorablePaths(part, below) : [path]
  })
}
