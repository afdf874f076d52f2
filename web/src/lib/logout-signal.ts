// Made when first needed: it would keep a process without windows alive.
let channel: BroadcastChannel | undefined
const opened = () => {
  channel ??= new BroadcastChannel('ngopi-logout')
  return channel
}

/** Tells the other tabs of this browser that somebody logs out: what they hold counts no more. */
export const announceLogout = () => opened().postMessage('out')

/** Hears of a logout in another tab. */
export const onLogoutElsewhere = (onLogout: () => void) => {
  opened().onmessage = onLogout
}
