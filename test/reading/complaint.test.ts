import { describe, expect, test } from 'vitest'
import type { LintOptions } from '../../src/lint-text.ts'
import { lintText } from '../../src/lint-text.ts'

/**
 * Complaint guidance as authors of many kinds write it: what each text holds, and what the rules say when a part of it
 * is taken out or spoiled. Letters written for this test alone.
 */

type Part = 'body' | 'procedure' | 'deadline' | 'deadline-start' | 'reassessment'

interface Style {
  readonly name: string
  readonly decision: string
  /** The sentences, each with the parts that go when it is taken out. */
  readonly guidance: readonly (readonly [string, ...Part[]])[]
  readonly heading?: string
}

const social = 'Vi giver dig afslag på en kørepose. Det følger af servicelovens § 112, stk. 1.'
const children = 'I får afslag på merudgifter til diætkost til Noah. Reglen er § 86 i barnets lov.'
const elderly = 'Vi siger nej til mere hjælp til tøjvask. Vi har brugt ældrelovens § 9, stk. 2.'
const benefits = 'Udbetaling Danmark giver dig afslag på boligstøtte efter boligstøttelovens § 2.'
const daycare = 'Du får ikke økonomisk friplads. Afgørelsen er truffet efter dagtilbudslovens § 43.'
const sick = 'Dine sygedagpenge stopper den 1. maj 2026. Det følger af sygedagpengelovens § 24.'

const styles: readonly Style[] = [
  {
    name: 'short and plain',
    decision: social,
    heading: 'Hvis du vil klage',
    guidance: [
      ['Er du ikke enig, kan du klage til Ankestyrelsen.', 'body'],
      ['Ring eller skriv til os.', 'procedure'],
      ['Vi skal have klagen senest den 31. marts 2026.', 'deadline'],
      ['Så kigger vi på sagen igen.', 'reassessment'],
    ],
  },
  {
    name: 'old and stiff',
    decision: elderly,
    heading: 'Klagevejledning',
    guidance: [
      ['Afgørelsen kan påklages til Ankestyrelsen.', 'body'],
      ['Klagen indgives skriftligt eller mundtligt til kommunen.', 'procedure'],
      ['Klagefristen er 4 uger fra modtagelsen af denne afgørelse.', 'deadline'],
      ['Forinden videresendelse foretager kommunen en genvurdering.', 'reassessment'],
    ],
  },
  {
    name: 'the time first',
    decision: children,
    heading: 'Sådan klager I',
    guidance: [
      ['Senest fire uger efter, at I har fået dette brev, skal klagen være hos os.', 'deadline'],
      ['I kan maile den til familie@solby.dk.', 'procedure'],
      ['Det er Ankestyrelsen, der tager stilling til klagen,', 'body'],
      ['men først vurderer vi selv sagen på ny.', 'reassessment'],
    ],
  },
  {
    name: 'a list of labels',
    decision: daycare,
    heading: 'Klage',
    guidance: [
      ['Klageinstans: Ankestyrelsen.', 'body'],
      ['Klagen sendes til: Pladsanvisningen, Torvet 4, 4000 Roskilde.', 'procedure'],
      ['Klagefrist: 4 uger fra den dag, du har modtaget brevet.', 'deadline'],
      ['Genvurdering: Pladsanvisningen vurderer sagen igen.', 'reassessment'],
    ],
  },
  {
    name: 'questions and answers',
    decision: sick,
    heading: 'Kan jeg klage?',
    guidance: [
      ['Ja, og det er Ankestyrelsen, der afgør klagen.', 'body'],
      ['Det nemmeste er at skrive til Ydelseskontoret i Digital Post.', 'procedure'],
      ['Du har fire uger til at klage, fra du modtog afgørelsen.', 'deadline'],
      ['Vi tjekker altid vores afgørelse en ekstra gang, før sagen går videre.', 'reassessment'],
    ],
  },
  {
    name: 'without a heading',
    decision: social,
    guidance: [
      ['Hvis du er utilfreds med afgørelsen, kan du få den prøvet i Ankestyrelsen.', 'body'],
      ['Du afleverer din klage i Borgerservice, Rådhuspladsen 2, eller ringer den ind på 44 12 30 40.', 'procedure'],
      ['Klagen skal være fremme senest tirsdag den 31. marts 2026.', 'deadline'],
      ['Inden klagen går videre, gennemgår vi sagen igen.', 'reassessment'],
    ],
  },
  {
    name: 'national benefits',
    decision: benefits,
    heading: 'Vil du klage?',
    guidance: [
      ['Klager over vores afgørelser behandles af Ankestyrelsen.', 'body'],
      ['Send klagen til Udbetaling Danmark, Kongens Vænge 8, 3400 Hillerød.', 'procedure'],
      ['Den skal være modtaget inden 4 uger efter, at du fik afgørelsen.', 'deadline'],
      ['Vi ser først på, om vi kan give dig medhold, og ellers sender vi klagen videre.', 'reassessment'],
    ],
  },
  {
    name: 'the polite De',
    decision: elderly,
    heading: 'Deres mulighed for at klage',
    guidance: [
      ['De kan klage over afgørelsen til Ankestyrelsen.', 'body'],
      ['De må gerne ringe til mig med klagen på telefon 58 12 34 56.', 'procedure'],
      ['Klagen skal nå frem inden fire uger regnet fra den dag, De modtog brevet.', 'deadline'],
      ['Herefter vurderer kommunen afgørelsen på ny.', 'reassessment'],
    ],
  },
]

const missing: Readonly<Record<Part, string>> = {
  body: 'complaint/body',
  procedure: 'complaint/procedure',
  deadline: 'complaint/deadline',
  'deadline-start': 'complaint/deadline-start',
  reassessment: 'complaint/reassessment',
}

function letter(decision: string, guidance: string, heading?: string): string {
  const head = heading ? `## ${heading}\n\n` : ''
  return `Solby Kommune\n\nKære Mette Holm\n\n${decision}\n\nVi har lagt vægt på, at lægen den 2. februar 2026 skrev, at behovet er varigt.\n\n${head}${guidance}\n\nMed venlig hilsen\n\nIda Bang\n`
}

async function complaintsAbout(text: string, options: LintOptions = {}): Promise<string[]> {
  const { violations } = await lintText(text, {
    format: 'markdown',
    language: 'da',
    date: '2026-03-03',
    kind: 'decision',
    outcome: 'refusal',
    ...options,
  })
  return violations.filter(({ ruleId }) => ruleId.startsWith('complaint/')).map(({ ruleId }) => ruleId)
}

describe.each(styles)('guidance that is $name', ({ decision, guidance, heading }) => {
  test('is found whole', async () => {
    const text = letter(decision, guidance.map(([sentence]) => sentence).join(' '), heading)
    expect(await complaintsAbout(text)).toEqual([])
  })

  test.each(guidance.map(([sentence, ...parts]) => ({ sentence, parts })))(
    'lacks $parts',
    async ({ sentence, parts }) => {
      const rest = guidance.map(([other]) => other).filter((other) => other !== sentence)
      expect(await complaintsAbout(letter(decision, rest.join(' '), heading))).toEqual(
        parts.map((part) => missing[part]),
      )
    },
  )

  test('is missing where it is taken out', async () => {
    expect(await complaintsAbout(letter(decision, '', heading))).toEqual(['complaint/missing'])
  })
})

const building = 'Vi giver afslag på en tagterrasse. Det følger af byggelovens § 16.'
const plan = 'Vi giver afslag på dispensation fra lokalplan 12 efter planlovens § 19, stk. 1.'
const rural = 'Vi giver afslag på landzonetilladelse efter planlovens § 35, stk. 1.'
const nature = 'Vi giver afslag på dispensation til en dam efter naturbeskyttelseslovens § 65, jf. § 3.'
const road = 'Vi giver afslag på en ny overkørsel efter vejlovens § 49.'
const access = 'Vi giver afslag på aktindsigt i notatet efter offentlighedslovens § 23.'
const soil = 'Vi giver påbud om undersøgelse efter jordforureningslovens § 40.'

const cases: readonly (readonly [string, string, string, readonly string[], LintOptions?])[] = [
  // Whole guidance for other fields.
  [
    'building',
    building,
    'Klag direkte til Byggeklageenheden i Nævnenes Hus via Klageportalen inden 4 uger efter, at afgørelsen er meddelt. Enheden ser kun på retlige spørgsmål. En sag ved domstolene skal være anlagt inden 6 måneder efter, at afgørelsen er meddelt.',
    [],
  ],
  [
    'planning',
    plan,
    'Afgørelsen kan påklages til Planklagenævnet via Klageportalen på borger.dk inden 4 uger efter, at afgørelsen er meddelt. Der kan kun klages over retlige spørgsmål. Søgsmål skal være anlagt inden seks måneder.',
    [],
  ],
  [
    'rural zone',
    rural,
    'Der kan klages til Planklagenævnet. Klagen oprettes i Klageportalen, og fristen er 4 uger fra den dag, afgørelsen er offentliggjort. Går du til domstolene, skal det ske inden 6 måneder.',
    [],
  ],
  [
    'nature',
    nature,
    'Du kan klage til Miljø- og Fødevareklagenævnet gennem Klageportalen senest den 31. marts 2026. En retssag skal være anlagt inden 6 måneder fra meddelelsen.',
    [],
  ],
  [
    'roads',
    road,
    'Du kan klage til Vejdirektoratet inden 4 uger efter, at du har fået brevet. Send klagen til vd@vd.dk. Vejdirektoratet kan kun tage stilling til, om vi har fulgt loven.',
    [],
  ],
  ['access', access, 'Du kan klage til Ankestyrelsen. Send klagen til os. Der er ingen frist.', []],
  [
    'no complaint',
    'Noah kan ikke skifte til Nordskolen. Det følger af folkeskolelovens § 36.',
    'Afgørelsen kan ikke indbringes for en anden administrativ myndighed.',
    [],
  ],
  // What the law says.
  [
    'a body of another field',
    social,
    'Du kan klage til Vejdirektoratet. Send klagen til os inden 4 uger efter, at du har fået brevet. Vi vurderer sagen igen.',
    ['complaint/wrong-body'],
  ],
  [
    'a body of another field for building',
    building,
    'Klag til Miljø- og Fødevareklagenævnet via Klageportalen inden 4 uger efter, at afgørelsen er meddelt. Nævnet ser kun på retlige spørgsmål. En retssag skal være anlagt inden 6 måneder.',
    ['complaint/wrong-body'],
  ],
  [
    'a body that is gone',
    social,
    'Du kan klage til Statsforvaltningen. Send klagen til os inden 4 uger efter, at du har fået brevet. Vi vurderer sagen igen.',
    ['complaint/obsolete-body'],
  ],
  [
    'a body that was there then',
    rural,
    'Du kan klage til Natur- og Miljøklagenævnet. Send klagen til os inden 4 uger efter, at du har fået brevet.',
    [],
    { date: '2014-03-03' },
  ],
  [
    'a decision that a former body made',
    social,
    'Du kan klage til Ankestyrelsen. Statsforvaltningen traf i 2016 en afgørelse i en anden sag. Send klagen til os inden 4 uger efter, at du har fået brevet. Vi vurderer sagen igen.',
    [],
  ],
  [
    'too short a time',
    children,
    'I kan klage til Ankestyrelsen. Send klagen til os inden 14 dage efter, at I har fået brevet. Vi vurderer sagen igen.',
    ['complaint/wrong-deadline'],
  ],
  [
    '28 days',
    children,
    'I kan klage til Ankestyrelsen. Send klagen til os inden 28 dage efter, at I har fået brevet. Vi vurderer sagen igen.',
    [],
  ],
  [
    'a date that comes too early',
    children,
    'I kan klage til Ankestyrelsen. Send klagen til os senest den 30. marts 2026. Vi vurderer sagen igen.',
    ['complaint/wrong-deadline'],
  ],
  [
    'the date of the case law (23 August to 20 September 2024)',
    nature,
    'Du kan klage til Miljø- og Fødevareklagenævnet gennem Klageportalen senest fredag den 20. september 2024. En retssag skal være anlagt inden 6 måneder.',
    [],
    { date: '2024-08-23' },
  ],
  [
    'a day before it',
    nature,
    'Du kan klage til Miljø- og Fødevareklagenævnet gennem Klageportalen senest torsdag den 19. september 2024. En retssag skal være anlagt inden 6 måneder.',
    ['complaint/wrong-deadline'],
    { date: '2024-08-23' },
  ],
  [
    'a time that runs from a publication before',
    rural,
    'Der kan klages til Planklagenævnet i Klageportalen. Afgørelsen er offentliggjort den 22. december 2022, og klagefristen udløber torsdag den 19. januar 2023. En retssag skal være anlagt inden 6 måneder.',
    [],
    { date: '2022-12-23' },
  ],
  [
    'a time limit where the law has none',
    access,
    'Du kan klage til Ankestyrelsen. Send klagen til os. Klagefristen er 4 uger fra den dag, du fik brevet.',
    ['complaint/wrong-deadline'],
  ],
  [
    'past the authority',
    social,
    'Send din klage direkte til Ankestyrelsen, 7998 Statsservice, inden 4 uger efter, at du har fået brevet. Ankestyrelsen beder os om at vurdere sagen igen.',
    ['complaint/route'],
  ],
  [
    'without the portal',
    plan,
    'Du kan klage til Planklagenævnet. Send klagen til kommunen inden 4 uger efter, at du har fået brevet. Nævnet ser kun på retlige spørgsmål. En retssag skal være anlagt inden 6 måneder.',
    ['complaint/route'],
  ],
  [
    'to the authority where the body takes it',
    road,
    'Du kan klage til Vejdirektoratet. Send klagen til kommunen inden 4 uger efter, at du har fået brevet. Vejdirektoratet ser kun på, om loven er fulgt.',
    ['complaint/route'],
  ],
  [
    'no word of the courts',
    building,
    'Klag direkte til Byggeklageenheden i Nævnenes Hus via Klageportalen inden 4 uger efter, at afgørelsen er meddelt. Enheden ser kun på retlige spørgsmål.',
    ['complaint/court-deadline'],
  ],
  [
    'no word of the limits',
    building,
    'Klag direkte til Byggeklageenheden i Nævnenes Hus via Klageportalen inden 4 uger efter, at afgørelsen er meddelt. En sag ved domstolene skal være anlagt inden 6 måneder efter, at afgørelsen er meddelt.',
    ['complaint/review-limits'],
  ],
  [
    'only the courts',
    soil,
    'Det kan prøves ved domstolene. Sagen skal være anlagt inden 12 måneder efter, at afgørelsen er meddelt.',
    ['complaint/missing'],
  ],
  [
    'an old fee',
    rural,
    'Der kan klages til Planklagenævnet i Klageportalen inden 4 uger efter, at afgørelsen er meddelt. Det koster et gebyr på 500 kr. En retssag skal være anlagt inden 6 måneder.',
    ['complaint/fee'],
  ],
  // Times that are somebody else's.
  [
    'the time of the reassessment',
    social,
    'Du kan klage til Ankestyrelsen. Send klagen til os. Vi vurderer sagen igen inden fire uger fra den dag, vi har modtaget klagen.',
    ['complaint/deadline'],
  ],
  [
    'the time of the forwarding',
    nature,
    'Du kan klage til Miljø- og Fødevareklagenævnet gennem Klageportalen. Kommunen sender klagen videre inden 3 uger. En retssag skal være anlagt inden 6 måneder.',
    ['complaint/deadline'],
  ],
  [
    'the time for a reason in writing',
    social,
    'Du kan klage til Ankestyrelsen. Send klagen til os. Du kan bede om en skriftlig begrundelse inden 14 dage. Vi vurderer sagen igen.',
    ['complaint/deadline'],
  ],
  [
    'the time a permit lasts',
    rural,
    'Der kan klages til Planklagenævnet i Klageportalen. Tilladelsen gælder indtil 1. marts 2031. En retssag skal være anlagt inden 6 måneder.',
    ['complaint/deadline'],
  ],
  [
    'the time to comment',
    social,
    'Du kan klage til Ankestyrelsen. Send klagen til os. Naboerne kan komme med bemærkninger senest den 21. april 2026. Vi vurderer sagen igen.',
    ['complaint/deadline'],
  ],
  [
    'the time to pay',
    nature,
    'Du kan klage til Miljø- og Fødevareklagenævnet gennem Klageportalen. Gebyret skal betales inden for 3 uger. En retssag skal være anlagt inden 6 måneder.',
    ['complaint/deadline'],
  ],
  [
    'two decisions with a guidance each',
    'Vi giver afslag på en tagterrasse. Det følger af byggelovens § 16. Vi giver også afslag på dispensation fra lokalplan 12 efter planlovens § 19.',
    'Afslaget efter byggeloven kan påklages til Byggeklageenheden i Nævnenes Hus gennem Klageportalen. Afslaget efter planloven kan påklages til Planklagenævnet, også gennem Klageportalen. Begge frister er 4 uger efter, at afgørelsen er meddelt. Begge steder kan der kun klages over retlige spørgsmål. En sag ved domstolene skal være anlagt inden 6 måneder.',
    [],
  ],
  [
    'personal data beside the decision',
    social,
    'Du kan klage til Ankestyrelsen. Send klagen til os inden 4 uger efter, at du har fået brevet. Vi vurderer sagen igen. Klager over vores behandling af dine personoplysninger går til Datatilsynet.',
    [],
  ],
  [
    'the committee for children',
    'Børne- og ungeudvalget har besluttet, at Noah ikke kan komme hjem. Det følger af barnets lov § 47.',
    'I kan klage direkte til Ankestyrelsen på ast@ast.dk inden 4 uger efter, at I har fået afgørelsen.',
    [],
  ],
  [
    'a time limit for the court alone, after «vil du til domstolene»',
    nature,
    'Du kan klage til Miljø- og Fødevareklagenævnet gennem Klageportalen. Vil du til domstolene, er fristen seks måneder fra meddelelsen.',
    ['complaint/deadline'],
  ],
  [
    'a message to a team, and a time after it',
    social,
    'Du kan klage til Ankestyrelsen. Skriv en besked til Hjælpemiddelteamet, eller ring, senest den 31. marts 2026. Vi ser selv på sagen igen først.',
    [],
  ],
  [
    'an office and a medium',
    social,
    'Klageinstans er Ankestyrelsen. Du fremsætter klagen over for Socialcentret, enten i telefonen eller på papir. Det skal ske senest fire uger efter, at du fik brevet. Vi vurderer sagen igen.',
    [],
  ],
  [
    'a web address for the fee',
    rural,
    'Der kan klages til Planklagenævnet. Klagefristen er 4 uger fra meddelelsen. Beløbet for gebyret står på naevneneshus.dk. En retssag skal være anlagt inden 6 måneder.',
    ['complaint/procedure'],
  ],
  [
    'Digital Post as where the letter lay',
    social,
    'Du kan klage til Ankestyrelsen. Du har 4 uger fra den dag, brevet lå i din Digital Post. Vi vurderer sagen igen.',
    ['complaint/procedure'],
  ],
  [
    'a body that can look at the case',
    social,
    'Ankestyrelsen kan se på sagen. Aflever klagen hos visitator på et møde. Fristen er den 31. marts 2026. Inden da tager vi stilling på ny.',
    [],
  ],
  [
    'the fee of old times in few words',
    rural,
    'Der kan klages til Planklagenævnet i Klageportalen inden 4 uger fra meddelelsen. Det koster 500 kr. at klage. En retssag skal være anlagt inden 6 måneder.',
    ['complaint/fee'],
  ],
  [
    'only the ombudsman',
    social,
    'Du kan klage til Folketingets Ombudsmand. Send klagen til os inden 4 uger efter, at du har fået brevet. Vi vurderer sagen igen.',
    ['complaint/body'],
  ],
]

test.each(
  cases.map(([name, decision, guidance, expected, options]) => ({ name, decision, guidance, expected, options })),
)('$name', async ({ decision, guidance, expected, options }) => {
  expect(await complaintsAbout(letter(decision, guidance, 'Klagevejledning'), options)).toEqual(expected)
})
