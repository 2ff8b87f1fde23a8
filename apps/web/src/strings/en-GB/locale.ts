/** The language of this catalogue, as `Intl` and the page's `lang` name it (BCP 47). */
export const locale = 'en-GB'
