/** How many bytes a list of days may have; 400 lines need about a tenth. */
export const largestFile = 200_000

const decoded = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/**
 * The text in a file, as spreadsheets on Windows save it too: UTF-8, UTF-16 or their own set. Lines
 * end as they do in a field of a page, which would otherwise change the text by itself.
 */
export const fileText = (bytes: Uint8Array): string => decoded(bytes).replaceAll(/\r\n?/g, '\n')
