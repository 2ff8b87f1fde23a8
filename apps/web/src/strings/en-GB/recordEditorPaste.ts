export const pasteStrings = {
  pictures: {
    one: '{count} picture was left out: a record is a text file. The rest is here. Upload the picture somewhere and link to it.',
    other:
      '{count} pictures were left out: a record is a text file. The rest is here. Upload them somewhere and link to them.',
  },
} as const
