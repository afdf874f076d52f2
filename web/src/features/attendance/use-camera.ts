import { type RefObject, useEffect, useState } from 'react'
import { type CameraFailure, failureOf, hasTorch, openCamera, turnTorch } from './camera.ts'

const stopped = (stream: MediaStream | undefined) => {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

/** Shows the camera in a video while the page is in view; out of view it is off, which spares the battery. */
export const useCamera = (video: RefObject<HTMLVideoElement | null>) => {
  const [failure, setFailure] = useState<CameraFailure>()
  const [track, setTrack] = useState<MediaStreamTrack>()
  const [lit, setLit] = useState(false)
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt opens the camera anew
  useEffect(() => {
    let stream: MediaStream | undefined
    let opening = false
    let closed = false
    const close = () => {
      stopped(stream)
      stream = undefined
      setTrack(undefined)
      setLit(false)
    }
    const open = async () => {
      if (document.hidden || stream || opening) return
      opening = true
      try {
        const opened = await openCamera()
        if (closed || document.hidden || !video.current) return stopped(opened)
        stream = opened
        video.current.srcObject = opened
        await video.current.play()
        const [shown] = opened.getVideoTracks()
        shown?.addEventListener('ended', () => setFailure('busy'))
        setFailure(undefined)
        setTrack(shown)
      } catch (error) {
        stopped(stream)
        stream = undefined
        if (!closed) setFailure(failureOf(error))
      } finally {
        opening = false
      }
    }
    const follow = () => (document.hidden ? close() : void open())
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      closed = true
      stopped(stream)
      document.removeEventListener('visibilitychange', follow)
    }
  }, [attempt, video])

  return {
    failure,
    fail: setFailure,
    /** Whether pictures come. */
    on: track !== undefined && failure === undefined,
    /** Whether the lamp is lit; undefined without one. */
    torch: track && hasTorch(track) ? lit : undefined,
    turnTorch: (next: boolean) => {
      if (!track) return
      turnTorch(track, next).then(
        () => setLit(next),
        // Some phones say they have a lamp and refuse it.
        () => setLit(false),
      )
    },
    retry: () => {
      setFailure(undefined)
      setAttempt((count) => count + 1)
    },
  }
}
