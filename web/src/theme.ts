import {
  type CSSVariablesResolver,
  createTheme,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
} from '@mantine/core'

/** Warm neutrals; Mantine takes borders, text and surfaces of the light scheme from here. */
const stone: MantineColorsTuple = [
  '#faf9f7',
  '#f4f2ef',
  '#e9e6e1',
  '#dcd8d1',
  '#c4beb5',
  '#9c958b',
  '#6f6860',
  '#57514a',
  '#3d3833',
  '#262220',
]

/** The same warmth for the dark scheme: text first, the page at 7, wells below. */
const night: MantineColorsTuple = [
  '#e4e0da',
  '#c2bcb4',
  '#a59e95',
  '#787168',
  '#4a453f',
  '#38342f',
  '#2a2723',
  '#1c1a17',
  '#161412',
  '#0f0e0c',
]

const teal: MantineColorsTuple = [
  '#eaf5f4',
  '#d5e9e7',
  '#a9d3cf',
  '#79bcb6',
  '#55aaa3',
  '#2f938b',
  '#1a7f78',
  '#126e68',
  '#0e5f5a',
  '#084b47',
]

/** Kept under this name also by public/before-paint.js. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'ngopi-scheme' })

const motion = { duration: 140, timingFunction: 'ease-out' } as const

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 7 },
  colors: { teal, gray: stone, dark: night },
  black: '#262220',
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "Segoe UI Mono", Menlo, monospace',
  defaultRadius: 'md',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.5rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.4', xl: '1.25' },
  headings: {
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Text: { defaultProps: { size: 'sm' } },
    Anchor: { defaultProps: { underline: 'hover', size: 'sm' } },
    Button: { defaultProps: { loaderProps: { type: 'dots' } } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 36 } },
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    },
    Input: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 3 } },
    NumberInput: { defaultProps: { size: 'md', decimalSeparator: ',', thousandSeparator: '.' } },
    Select: { defaultProps: { size: 'md', allowDeselect: false, comboboxProps: { shadow: 'md' } } },
    MultiSelect: { defaultProps: { size: 'md', comboboxProps: { shadow: 'md' } } },
    TagsInput: { defaultProps: { size: 'md' } },
    Menu: {
      defaultProps: { shadow: 'md', transitionProps: motion, withInitialFocusPlaceholder: false },
    },
    Popover: { defaultProps: { shadow: 'md', transitionProps: motion } },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: motion, withArrow: false } },
    Drawer: { defaultProps: { transitionProps: { duration: 160, timingFunction: 'ease-out' } } },
    Modal: {
      defaultProps: { transitionProps: { duration: 140 }, centered: true },
      styles: { title: { fontSize: 'var(--mantine-font-size-lg)', fontWeight: 600 } },
    },
  },
})

/** State and surface colours beside Mantine's own; read them as `var(--ngopi-…)`. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--ngopi-rail-width': '232px',
    '--ngopi-page-width': '1200px',
    '--ngopi-row': '44px',
    '--ngopi-bar': '60px',
    '--ngopi-motion': '140ms',
  },
  light: {
    '--ngopi-coffee': '#6f4a2f',
    '--ngopi-rail': '#f7f5f2',
    '--ngopi-line': '#e9e6e1',
    '--ngopi-hover': '#f4f2ef',
    '--ngopi-chosen': '#e3efed',
    '--ngopi-attending': '#2c7a4b',
    '--ngopi-maybe': '#b06f00',
    '--ngopi-declined': '#857d73',
    '--ngopi-silent': '#8b847a',
    '--ngopi-silent-fill': '#dcd8d1',
    '--ngopi-waitlisted': '#2a69b0',
    '--ngopi-reconfirm': '#7048b6',
    '--ngopi-cancelled': '#bb3530',
    '--mantine-color-dimmed': '#6a635b',
    '--mantine-color-error': '#b02f2a',
    '--mantine-color-placeholder': '#756e65',
  },
  dark: {
    '--ngopi-coffee': '#d3a77f',
    '--ngopi-rail': '#171513',
    '--ngopi-line': '#322e2a',
    '--ngopi-hover': '#252220',
    '--ngopi-chosen': '#1b3431',
    '--ngopi-attending': '#58b17c',
    '--ngopi-maybe': '#dfa03a',
    '--ngopi-declined': '#958d83',
    '--ngopi-silent': '#8d867c',
    '--ngopi-silent-fill': '#45403a',
    '--ngopi-waitlisted': '#6ea8e8',
    '--ngopi-reconfirm': '#ab8be6',
    '--ngopi-cancelled': '#ee7a73',
    '--mantine-color-dimmed': '#a59e95',
    '--mantine-color-error': '#f28a83',
    '--mantine-color-placeholder': '#938b81',
  },
})
