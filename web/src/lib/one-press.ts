/** Buttons that save or send, and all of a page that asks for it: there a double press is never meant as two. */
const once = 'button[type="submit"], [data-one-press] button'

/**
 * Takes a double press, as the system counts it, for the one that was meant. What was pressed first may be gone by the
 * second: a dialog that was saved is closing, or at the door the next guest stands where the one let in stood.
 */
export function takeDoublePressesForOne(): void {
  document.addEventListener(
    'click',
    (event) => {
      if (event.detail < 2 || !(event.target instanceof Element)) return
      if (!event.target.closest(once)) return
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    true,
  )
}
