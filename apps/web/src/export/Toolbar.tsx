import type { MarkdownQuery } from '@colophon/protocol'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ArrowLeft, Download, Printer } from 'lucide-react'
import { sentenceOf } from '../api/errors.js'
import { signoffClient } from '../api/signoffClient.js'
import { Button } from '../design/Button.js'
import { Choice } from '../design/Choice.js'
import { CopyButton } from '../design/CopyButton.js'
import { tip } from '../design/tips.js'
import { toast } from '../design/toast.js'
import { say } from '../text/say.js'
import { decode } from './decode.js'
import { download } from './download.js'
import { readExportSearch } from './exportSearch.js'
import { exportStrings } from './strings.js'
import styles from './Toolbar.module.css'

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
  /** The file's bytes; absent while they are on their way. */
  file: Uint8Array<ArrayBuffer> | undefined
  /** The same as text. */
  text: string | undefined
}

/** What is exported, how empty slots print, and the ways to take it away. */
export function Toolbar({ recordId, title, fileName, query, file, text }: ToolbarProps) {
  const navigate = useNavigate({ from: '/records/$recordId/export' })
  const handleQuery = (next: MarkdownQuery) => void navigate({ search: readExportSearch({ ...next }), replace: true })
  const ready = file !== undefined && text !== undefined
  // What is given out is what the record's log then tells, whatever was written since the preview.
  const giveOut = useMutation({
    mutationFn: () => signoffClient.export(recordId, query),
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
        <h1 className={styles.title}>{title}</h1>
      </div>
      <div className={styles.actions}>
        {ready && (
          <CopyButton
            text={async () => decode(await signoffClient.export(recordId, query))}
            words={{ copy: exportStrings.copy, copied: exportStrings.copied, failed: exportStrings.copyFailed }}
          />
        )}
        <Button disabled={!ready} icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
          {exportStrings.print}
        </Button>
        <Button
          {...tip(say(exportStrings.fileName, { file: fileName }))}
          variant="primary"
          disabled={!ready}
          icon={<Download size={16} aria-hidden />}
          busy={giveOut.isPending}
          onClick={() => giveOut.mutate()}
        >
          {exportStrings.download}
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
