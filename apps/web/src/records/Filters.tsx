import { recordStatusSchema } from '@colophon/protocol'
import { Search, X } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { recordsStrings } from '#strings/records'
import { useKey } from '../app/keys.js'
import { Checkbox } from '../design/Checkbox.js'
import { Choice } from '../design/Choice.js'
import styles from './Filters.module.css'
import type { RecordsSearch } from './recordsSearch.js'

const settleMs = 180
const statuses = [
  { value: 'any', label: recordsStrings.anyStatus },
  ...recordStatusSchema.options.map((value) => ({ value, label: recordsStrings.statuses[value] })),
] as const

/** Search by title, and by where a record stands. All of it is kept in the address. */
export function Filters({ search, onSearch }: { search: RecordsSearch; onSearch: (search: RecordsSearch) => void }) {
  const { q: _, ...rest } = search
  return (
    <search className={styles.filters}>
      <SearchField value={search.q ?? ''} onChange={(q) => onSearch(q === '' ? rest : { ...rest, q })} />
      <Choice
        label={recordsStrings.status}
        value={search.status ?? 'any'}
        options={statuses}
        onValueChange={(status) => {
          const { status: _, ...others } = search
          onSearch(status === 'any' ? others : { ...others, status })
        }}
      />
      <Checkbox
        checked={search.waiting === true}
        onCheckedChange={(waiting) => {
          const { waiting: _, ...others } = search
          onSearch(waiting ? { ...others, waiting } : others)
        }}
      >
        {recordsStrings.waitingFilter}
      </Checkbox>
      <Checkbox
        checked={search.archived === true}
        onCheckedChange={(archived) => {
          const { archived: _, ...others } = search
          onSearch(archived ? { ...others, archived } : others)
        }}
      >
        {recordsStrings.archived}
      </Checkbox>
    </search>
  )
}

function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useSettled(value, onChange)
  useKey(
    '/',
    useCallback(() => input.current?.focus(), []),
  )
  return (
    <div className={styles.search}>
      <Search size={17} aria-hidden className={styles.searchIcon} />
      <input
        ref={input}
        type="search"
        className={styles.searchInput}
        aria-label={recordsStrings.search}
        placeholder={recordsStrings.searchPlaceholder}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyped('')
        }}
      />
      {typed !== '' && (
        <button
          type="button"
          className={styles.clear}
          aria-label={recordsStrings.clearSearch}
          onClick={() => {
            setTyped('')
            input.current?.focus()
          }}
        >
          <X size={16} aria-hidden />
        </button>
      )}
    </div>
  )
}

/** What is typed shows at once and is passed on when the typing pauses; a change from outside (Back) comes in. */
function useSettled(value: string, onChange: (value: string) => void): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(value)
  const [passed, setPassed] = useState(value)
  const change = useRef(onChange)
  useEffect(() => {
    change.current = onChange
  })
  if (value !== passed) {
    setPassed(value)
    setTyped(value)
  }
  useEffect(() => {
    if (typed === passed) return
    const timer = setTimeout(() => {
      setPassed(typed)
      change.current(typed)
    }, settleMs)
    return () => clearTimeout(timer)
  }, [typed, passed])
  return [typed, setTyped]
}
