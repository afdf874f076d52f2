/** Why the camera shows nothing. */
export type CameraFailure = 'refused' | 'absent' | 'busy' | 'insecure' | 'reader'

/** Opens the camera, the one at the back where there are two. Rejects with a `DOMException`. */
export const openCamera = async (): Promise<MediaStream> => {
  // Browsers hide it from pages that came over plain http.
  const { mediaDevices }: { mediaDevices?: MediaDevices } = navigator
  if (!mediaDevices) throw new DOMException('no camera over http', 'SecurityError')
  return await mediaDevices.getUserMedia({
    audio: false,
    video: {
      facingMode: { ideal: 'environment' },
      width: { ideal: 1280 },
      height: { ideal: 720 },
    },
  })
}

/** What to tell of an error of `openCamera`. */
export const failureOf = (error: unknown): CameraFailure => {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
      return 'refused'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'absent'
    case 'SecurityError':
      return 'insecure'
    default:
      return 'busy'
  }
}

/** The lamp beside the camera; the standard names it, TypeScript does not yet. */
interface Lamp {
  torch?: boolean
}

export const hasTorch = (track: MediaStreamTrack): boolean =>
  (track.getCapabilities?.() as Lamp | undefined)?.torch === true

export const turnTorch = async (track: MediaStreamTrack, on: boolean): Promise<void> =>
  track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet & Lamp] })
