/** Abbreviations after whose full stop an English sentence goes on, without it and in small letters. */
export const englishAbbreviations: ReadonlySet<string> = new Set(
  `mr mrs ms dr prof rev hon cllr sr jr st ave rd messrs esq mx sir capt lt gen col
  e.g eg i.e ie cf viz vs approx no nos ref tel ext fax para paras reg regs sch s ss sec art arts cl ch chap pt fig p pp
  vol ed eds dept govt incl max min jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun
  p.a c circa al gl kgs sdr ndr skt nr aa chr fr ul str`.split(/\s+/u),
)

/** Of those, the ones that may stand last: before a word that opens sentences they end one. */
export const englishMayEnd: ReadonlySet<string> = new Set(
  'etc inc ltd plc co a.m p.m am pm jr sr no p.a jan feb mar apr jun jul aug sept sep oct nov dec st rd ave max min ext al'.split(
    ' ',
  ),
)

/** Words that, with a capital, almost always open a sentence. */
export const englishOpeners: ReadonlySet<string> = new Set(
  `You We I It He She They The This That These Those There If When Please Your Our Their His Her As For In On At To From
  Under After Before However Therefore What Why How Where Who Can Do Does Is Are Was Were Has Have Call Write Send Contact
  Any All No Not`.split(/\s+/u),
)
