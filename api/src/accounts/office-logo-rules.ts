import { crc32, inflateSync } from 'node:zlib'
import type { logoTypes } from '@ngopi/shared/offices'

/** What a file turned out to be, whatever its sender called it. */
export interface Picture {
  mediaType: (typeof logoTypes)[number]
  width: number
  height: number
}

const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Values of a pixel by the colour type of a PNG. */
const channels: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** A PNG whose parts are whole and whose end is the end of the file; nothing can hide behind it. */
function readPng(file: Buffer, longestSide: number): Picture | undefined {
  const data: Buffer[] = []
  let header: Buffer | undefined
  let at = pngMark.length
  for (;;) {
    if (at + 12 > file.length) return undefined
    const length = file.readUInt32BE(at)
    const end = at + 12 + length
    if (end > file.length) return undefined
    const named = file.subarray(at + 4, end - 4)
    if (crc32(named) !== file.readUInt32BE(end - 4)) return undefined
    const type = named.toString('latin1', 0, 4)
    const content = named.subarray(4)
    if (header === undefined && (type !== 'IHDR' || length !== 13)) return undefined
    header ??= content
    if (type === 'IDAT') data.push(content)
    at = end
    if (type === 'IEND') break
  }
  if (at !== file.length) return undefined
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const picture: Picture = { mediaType: 'image/png', width, height }
  // Too large is told by whoever asks; what it would unfold to is not tried.
  if (width > longestSide || height > longestSide) return picture
  const bits = (header[8] ?? 0) * (channels[header[9] ?? -1] ?? 0)
  const unfolded = height * (1 + Math.ceil((width * bits) / 8))
  try {
    // Half as much again for the rows of an interlaced picture; a bomb unfolds to far more.
    inflateSync(Buffer.concat(data), { maxOutputLength: Math.ceil(unfolded * 1.5) + 64 })
  } catch {
    return undefined
  }
  return picture
}

/** A JPEG from its mark to its end mark, with a frame that tells the size. */
function readJpeg(file: Buffer): Picture | undefined {
  if (file.readUInt16BE(file.length - 2) !== 0xffd9) return undefined
  let at = 2
  while (at + 9 < file.length) {
    if (file[at] !== 0xff) return undefined
    const kind = file[at + 1] ?? 0
    // Baseline, extended and progressive frames, as the writer of PDF knows them.
    if (kind >= 0xc0 && kind <= 0xc2)
      return {
        mediaType: 'image/jpeg',
        height: file.readUInt16BE(at + 5),
        width: file.readUInt16BE(at + 7),
      }
    if (kind === 0xda) return undefined
    at += 2 + file.readUInt16BE(at + 2)
  }
  return undefined
}

/**
 * The picture in a file, by what stands in it; undefined for anything that is no sound PNG or JPEG and nothing else.
 * `longestSide`, in pixels, is the longest that is looked at more closely.
 */
export function readPicture(file: Buffer, longestSide: number): Picture | undefined {
  if (file.length < 32) return undefined
  const picture = file.subarray(0, 8).equals(pngMark)
    ? readPng(file, longestSide)
    : file.readUIntBE(0, 3) === 0xffd8ff
      ? readJpeg(file)
      : undefined
  return picture && picture.width > 0 && picture.height > 0 ? picture : undefined
}
