/** Does what can wait once the change just made is on the screen; a page out of view draws nothing and waits. */
export const afterPaint = (work: () => void) => {
  requestAnimationFrame(() => setTimeout(work))
}
