import classes from './brand.module.css'

/** The mark: a cup, and the name in coffee brown. */
export const Brand = ({ size = 28 }: { size?: number }) => (
  <span className={classes.root} style={{ fontSize: size * 0.72 }}>
    <svg width={size} height={size} viewBox="4.5 3 24.5 24.5" aria-hidden="true">
      <path
        d="M5 13h17v6.500A7.500 7.500 0 0 1 14.500 27h-2A7.500 7.500 0 0 1 5 19.500z"
        fill="currentColor"
      />
      <path
        d="M22 15.500h1.500a3.500 3.500 0 0 1 0 7h-2"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.200"
      />
      <path
        d="M10.500 9.500c-1.500-1.600 1.500-3 0-5M16.500 9.500c-1.500-1.600 1.500-3 0-5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.900"
        strokeLinecap="round"
      />
    </svg>
    Ngopi
  </span>
)
