import { Eye, EyeOff } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { accountStrings } from '#strings/account'
import { IconButton } from '../design/IconButton.js'
import { TextField } from '../design/TextField.js'

/** A password, hidden until asked for; password managers know which kind it is. */
export function PasswordField({
  autoComplete,
  hint,
}: {
  autoComplete: 'current-password' | 'new-password'
  hint?: ReactNode
}) {
  const [shown, setShown] = useState(false)
  return (
    <TextField
      name="password"
      label={accountStrings.password}
      hint={hint}
      type={shown ? 'text' : 'password'}
      autoComplete={autoComplete}
      autoCapitalize="off"
      spellCheck={false}
      after={
        <IconButton
          label={shown ? accountStrings.hidePassword : accountStrings.showPassword}
          icon={shown ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
          onClick={() => setShown(!shown)}
        />
      }
    />
  )
}
