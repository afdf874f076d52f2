import { logoLimits, logoTypes } from '@ngopi/shared/offices'

/** Pixels of a side that print sharply at the size of an emblem. */
const enough = 600

/** A picture as it may be sent: as it is where it is small enough, else drawn anew. Throws for what is no picture. */
export const shrinkLogo = async (file: Blob): Promise<Blob> => {
  const picture = await createImageBitmap(file)
  const { width, height } = picture
  const known = (logoTypes as readonly string[]).includes(file.type)
  if (known && file.size <= logoLimits.bytes && Math.max(width, height) <= enough) return file
  const scale = Math.min(1, enough / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((drawn) => (drawn ? resolve(drawn) : reject(new Error('nothing was drawn')))),
  )
}
