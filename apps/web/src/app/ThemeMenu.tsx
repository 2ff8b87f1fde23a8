import { Monitor, Moon, Sun } from 'lucide-react'
import { appStrings } from '#strings/app'
import { IconButton } from '../design/IconButton.js'
import { Menu } from '../design/Menu.js'
import { type Theme, useTheme } from './theme.js'

const icons = { system: Monitor, light: Sun, dark: Moon } as const satisfies Record<Theme, typeof Sun>
const options = [
  { value: 'system', label: appStrings.themeSystem },
  { value: 'light', label: appStrings.themeLight },
  { value: 'dark', label: appStrings.themeDark },
] as const

/** Light, dark, or as the machine has it. */
export function ThemeMenu() {
  const [theme, setTheme] = useTheme()
  const Icon = icons[theme]
  const choice = {
    kind: 'choice',
    label: appStrings.theme,
    value: theme,
    options: options.map((option) => ({ ...option, onSelect: () => setTheme(option.value) })),
  } as const
  return (
    <Menu trigger={<IconButton label={appStrings.theme} icon={<Icon size={18} aria-hidden />} />} entries={[choice]} />
  )
}
