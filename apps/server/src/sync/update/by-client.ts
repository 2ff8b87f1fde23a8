/** What is about a client's structs, by client, in the order in which the clients first occur. */
export function byClient<Part extends { readonly client: number }>(
  parts: readonly Part[],
): ReadonlyMap<number, Part[]> {
  const clients = new Map<number, Part[]>()
  for (const part of parts) {
    const held = clients.get(part.client)
    if (held === undefined) clients.set(part.client, [part])
    else held.push(part)
  }
  return clients
}
