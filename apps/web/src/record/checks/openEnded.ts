const openEnded =
  /^(?:n\s*\/\s*a|none|nothing|nil|tb[acd]|to be \w+|not (?:applicable|available|yet|needed|known|planned|started)|unknown|pending|open|ongoing|in progress|going on|later|moved|cancell?ed|skipped|[-–—?…]+)(?![\p{L}\d])/iu

/** Whether a text says that there is no value, or none yet. An honest gap is no fault. */
export const isOpenEnded = (text: string): boolean => text === '' || openEnded.test(text) || /^[-–—?…]+$/.test(text)
