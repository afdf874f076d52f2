import type { AnswerGlyph } from './answer-state.ts'

const shapes: Record<AnswerGlyph, React.ReactNode> = {
  full: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.25" />
      <path d="M6 1.75a4.250 4.250 0 0 1 0 8.500z" fill="currentColor" stroke="none" />
    </>
  ),
  hollow: <circle cx="6" cy="6" r="4.25" />,
  struck: (
    <>
      <circle cx="6" cy="6" r="4.25" />
      <path d="M2 10 10 2" />
    </>
  ),
  ring: (
    <>
      <circle cx="6" cy="6" r="4.25" />
      <path d="M6 3.750V6l1.600 1" />
    </>
  ),
  turn: <path d="M10 6a4 4 0 1 1-1.200-2.850M9.250 1v2.400H6.850" />,
  swap: <path d="M2 4.250h7.500L7.750 2.500M10 7.750H2.500l1.750 1.750" />,
  cross: (
    <>
      <circle cx="6" cy="6" r="4.25" />
      <path d="M4.400 4.400l3.200 3.200M7.600 4.400 4.400 7.600" />
    </>
  ),
}

/** A small sign of a state; a word always stands beside it. */
export const Glyph = ({ shape, color }: { shape: AnswerGlyph; color: string }) => (
  <svg
    width="12"
    height="12"
    viewBox="0 0 12 12"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    aria-hidden="true"
    style={{ color: `var(--ngopi-${color})`, flexShrink: 0 }}
  >
    {shapes[shape]}
  </svg>
)
