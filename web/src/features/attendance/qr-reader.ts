import { BarcodeDetector, prepareZXingModule, purgeZXingModule } from 'barcode-detector/ponyfill'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'

/** Pixels of the longer side of a frame: enough for a code that fills a third of it, quick on an old phone. */
const longestSide = 640

/** The codes in the present frame of a video; none while it shows nothing yet. */
export type QrReader = (video: HTMLVideoElement) => Promise<readonly string[]>

/** Loads what reads QR codes. Rejects when it cannot be had, which another attempt may change. */
export const createQrReader = async (): Promise<QrReader> => {
  try {
    // Served by us: left alone, the library fetches its program from somebody else.
    const overrides = { locateFile: () => wasm }
    await prepareZXingModule({ overrides, fireImmediately: true })
  } catch (error) {
    purgeZXingModule()
    throw error
  }
  const detector = new BarcodeDetector({ formats: ['qr_code'] })
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return async (video) => {
    const longer = Math.max(video.videoWidth, video.videoHeight)
    if (!context || longer === 0) return []
    const scale = Math.min(1, longestSide / longer)
    canvas.width = Math.round(video.videoWidth * scale)
    canvas.height = Math.round(video.videoHeight * scale)
    context.drawImage(video, 0, 0, canvas.width, canvas.height)
    const frame = context.getImageData(0, 0, canvas.width, canvas.height)
    return (await detector.detect(frame)).map(({ rawValue }) => rawValue)
  }
}
