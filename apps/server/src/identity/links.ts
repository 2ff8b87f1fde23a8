/** The links that let somebody in. The secret is in the fragment, which browsers send to no server (A3). */
export interface Links {
  setup(token: string): string
  invitation(token: string): string
}

export function createLinks(publicUrl: string): Links {
  return {
    setup: (token) => `${publicUrl}/setup#${token}`,
    invitation: (token) => `${publicUrl}/join#${token}`,
  }
}
