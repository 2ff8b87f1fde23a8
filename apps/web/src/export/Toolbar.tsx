import type { MarkdownQuery } from '@colophon/protocol'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ArrowLeft, Download, Printer } from 'lucide-react'
import { exportStrings } from '#strings/export'
import { sentenceOf } from '../api/errors.js'
import { Button } from '../design/Button.js'
import { Choice } from '../design/Choice.js'
import { CopyButton } from '../design/CopyButton.js'
import { tip } from '../design/tips.js'
import { toast } from '../design/toast.js'
import { say } from '../text/say.js'
import { decode } from './decode.js'
import { download } from './download.js'
import { readExportSearch } from './exportSearch.js'
import styles from './Toolbar.module.css'
import type { Exported } from './useExport.js'

const unfilled = (['keep', 'omit', 'na'] as const).map((value) => ({
  value,
  label: exportStrings.unfilledChoices[value],
}))

const statuses = (['template', 'live'] as const).map((value) => ({
  value,
  label: exportStrings.statusChoices[value],
}))

export interface ToolbarProps {
  recordId: string
  title: string
  fileName: string
  query: MarkdownQuery
  exported: Exported
}

/** What is exported, how empty slots print, and the ways to take it away. */
export function Toolbar({ recordId, title, fileName, query, exported }: ToolbarProps) {
  const navigate = useNavigate({ from: '/records/$recordId/export' })
  const handleQuery = (next: MarkdownQuery) => void navigate({ search: readExportSearch({ ...next }), replace: true })
  // Until then what is shown is not what would be given out. Not `disabled`: a button that is has no focus.
  const busy = exported.isPreparing || exported.text === undefined
  const give = async () => {
    const { bytes, isNews } = await exported.giveOut()
    if (isNews) toast(exportStrings.changed, { detail: exportStrings.changedDetail })
    return bytes
  }
  const saving = useMutation({
    mutationFn: give,
    onSuccess: (bytes) => download(bytes, fileName),
    onError: (error) =>
      toast(exportStrings.exportFailed, { tone: 'problem', detail: sentenceOf(error, exportStrings.tryAgain) }),
  })
  return (
    <header className={styles.toolbar} data-print="no">
      <div className={styles.titles}>
        <Link to="/records/$recordId" params={{ recordId }} className={styles.back}>
          <ArrowLeft size={16} aria-hidden />
          {exportStrings.back}
        </Link>
        <h1 className={styles.title} dir="auto">
          {title}
        </h1>
      </div>
      <div className={styles.actions}>
        <CopyButton
          busy={busy}
          text={async () => decode(await give())}
          words={{ copy: exportStrings.copy, copied: exportStrings.copied, failed: exportStrings.copyFailed }}
        />
        <Button busy={busy} icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
          {exportStrings.print}
        </Button>
        <Button
          {...tip(say(exportStrings.fileName, { file: fileName }))}
          variant="primary"
          icon={<Download size={16} aria-hidden />}
          busy={busy || saving.isPending}
          onClick={() => saving.mutate()}
        >
          {saving.isPending ? exportStrings.preparing : exportStrings.download}
        </Button>
      </div>
      <div className={styles.options}>
        <Choice
          label={exportStrings.unfilled}
          showLabel
          value={query.unfilled}
          options={unfilled}
          onValueChange={(next) => handleQuery({ ...query, unfilled: next })}
        />
        <Choice
          label={exportStrings.status}
          showLabel
          value={query.status}
          options={statuses}
          onValueChange={(next) => handleQuery({ ...query, status: next })}
        />
      </div>
    </header>
  )
}
