/** The server has one processor to itself, those who load it the other. */
export const serverCpu = 0
export const loadCpu = 1
