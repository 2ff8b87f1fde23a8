/** Saves `bytes` on the person's device, unchanged. */
export function download(bytes: Uint8Array<ArrayBuffer>, fileName: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'text/markdown;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // After the click has been handled: some browsers read the address only then.
  setTimeout(() => URL.revokeObjectURL(url))
}
