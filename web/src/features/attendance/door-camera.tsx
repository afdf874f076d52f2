import { ActionIcon, Button } from '@mantine/core'
import { useEffect, useEffectEvent, useRef } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import { cameraStrings } from './camera.strings.ts'
import classes from './door-camera.module.css'
import { SeenCodes } from './seen-codes.ts'
import { useCamera } from './use-camera.ts'
import { useWakeLock } from './use-wake-lock.ts'

/** Rest between two looks at the picture, in milliseconds; taps come in between. */
const scanEveryMs = 150

interface DoorCameraProps {
  /** What a QR code says, once while it stays in view. */
  onCode: (code: string) => void
  onClose: () => void
}

/** The camera above the list, which stays usable below it. */
export const DoorCamera = ({ onCode, onClose }: DoorCameraProps) => {
  const t = useT(cameraStrings)
  const common = useT(commonStrings)
  const video = useRef<HTMLVideoElement>(null)
  const camera = useCamera(video)
  const { on, failure, torch, fail } = camera
  const take = useEffectEvent(onCode)
  useWakeLock(on)

  useEffect(() => {
    if (!on) return
    let closed = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const seen = new SeenCodes()
    const watch = async () => {
      const { createQrReader } = await import('./qr-reader.ts')
      const read = await createQrReader()
      const look = async () => {
        const codes = video.current ? await read(video.current) : []
        if (closed) return
        for (const code of codes) if (seen.take(code, performance.now())) take(code)
        timer = setTimeout(() => void look().catch(() => fail('reader')), scanEveryMs)
      }
      if (!closed) await look()
    }
    watch().catch(() => fail('reader'))
    return () => {
      closed = true
      clearTimeout(timer)
    }
  }, [on, fail])

  return (
    <section className={classes.camera} aria-label={t('view')} data-failed={failure || undefined}>
      <video ref={video} className={classes.picture} muted playsInline hidden={!!failure} />
      {failure ? (
        <p className={classes.failure} role="alert">
          {t(`failure.${failure}`)}
        </p>
      ) : (
        <p className={classes.hint}>{t(on ? 'hint' : 'starting')}</p>
      )}
      <div className={classes.keys}>
        {failure && failure !== 'absent' && failure !== 'insecure' && (
          <Button variant="default" size="md" onClick={camera.retry}>
            {common('retry')}
          </Button>
        )}
        {torch !== undefined && (
          <Button variant="default" size="md" onClick={() => camera.turnTorch(!torch)}>
            {t(torch ? 'torchOff' : 'torchOn')}
          </Button>
        )}
        <ActionIcon size={44} variant="default" aria-label={t('close')} onClick={onClose}>
          <Icon name="close" size={22} />
        </ActionIcon>
      </div>
    </section>
  )
}
