import { afterPaint } from './after-paint.ts'

/** What the desk hears and feels without looking. */
export type Signal = 'admitted' | 'refused'

/** Tones one after the other: hertz, and seconds each. Rising is good, low and twice is not. */
const tones: Record<Signal, readonly (readonly [frequency: number, seconds: number])[]> = {
  admitted: [
    [880, 0.09],
    [1318, 0.14],
  ],
  refused: [
    [240, 0.18],
    [0, 0.08],
    [200, 0.28],
  ],
}

/** Milliseconds on, off, on. */
const shakes: Record<Signal, number[]> = { admitted: [60], refused: [140, 80, 140] }

const loudness = 0.25
const key = 'ngopi-door-signals'

let on: boolean | undefined
const listeners = new Set<() => void>()

/** Whether this device beeps and shakes; it does until somebody turns it off. */
export const signalsOn = (): boolean => {
  try {
    on ??= localStorage.getItem(key) !== 'off'
  } catch {
    on ??= true
  }
  return on
}

export const turnSignals = (next: boolean) => {
  on = next
  try {
    localStorage.setItem(key, next ? 'on' : 'off')
  } catch {
    // It lasts as long as the page.
  }
  for (const listener of listeners) listener()
}

export const onSignalsChange = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

let audio: AudioContext | undefined

const play = async (signal: Signal) => {
  if (typeof AudioContext === 'undefined') return
  audio ??= new AudioContext()
  await audio.resume()
  let at = audio.currentTime
  for (const [frequency, seconds] of tones[signal]) {
    if (frequency > 0) beep(audio, { frequency, at, seconds })
    at += seconds
  }
}

/**
 * Beeps and shakes, as far as the device can. Before the first tap or key browsers allow neither,
 * and would complain.
 */
export const give = (signal: Signal) => {
  if (!signalsOn() || navigator.userActivation?.hasBeenActive === false) return
  // What is to be seen is drawn first: opening the loudspeaker takes a while on an old phone.
  afterPaint(() => {
    navigator.vibrate?.(shakes[signal])
    play(signal).catch(() => undefined)
  })
}

const beep = (
  context: AudioContext,
  { frequency, at, seconds }: { frequency: number; at: number; seconds: number },
) => {
  const tone = context.createOscillator()
  const gain = context.createGain()
  tone.type = 'triangle'
  tone.frequency.value = frequency
  gain.gain.setValueAtTime(loudness, at)
  // Fades out, or the end of the tone would click.
  gain.gain.linearRampToValueAtTime(0, at + seconds)
  tone.connect(gain).connect(context.destination)
  tone.start(at)
  tone.stop(at + seconds)
}
