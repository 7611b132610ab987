import { describe, expect, test } from 'vitest'
import { parseLetter, readLetter } from '../../src/index.ts'
import type { Outcome } from '../../src/types.ts'

async function read(subject: string, text: string) {
  const source = `# ${subject}\n\nKære Lis Holm\n\n${text}\n\nMed venlig hilsen\n\nIda Lund\n`
  return readLetter(await parseLetter(source, { language: 'da' }), { kind: 'decision' })
}

const decisions: Record<Exclude<Outcome, 'none'>, readonly string[]> = {
  approval: [
    'Vi giver dig en elscooter.',
    'Fra mandag kører flextrafik dig til dagcentret, og vi betaler for turene.',
    'Du beholder din plads på dagcentret.',
    'Vi forlænger din støtte med et år.',
    'Din ansøgning er godkendt.',
    'Kommunen refunderer dine briller.',
    'Regningen fra tandlægen bliver betalt af kommunen.',
    'Vi eftergiver din gæld for 2024.',
    'I må sætte skiltet op ved vejen.',
    'Ansøgningen er imødekommet.',
    'Jeg kan med glæde fortælle, at du får en støtteperson.',
  ],
  refusal: [
    'Vi giver dig ikke en elscooter.',
    'Kommunen udbetaler ikke tilskud til dine briller.',
    'Du får desværre ingen plads på dagcentret.',
    'Rasmus bliver ikke flyttet til Skovbørnehaven.',
    'Dit ønske om en større bolig kan ikke opfyldes.',
    'Udvalget har afvist din ansøgning.',
    'Vi ændrer ikke din adresse.',
    'Svaret er nej.',
    'Du må ikke sætte skiltet op.',
    'Det bliver et nej til ledsagelse.',
    'Vi kan ikke gå med til, at huset bliver højere.',
    'Regningen fra tandlægen bliver ikke betalt af kommunen.',
  ],
  partial: [
    'Vi betaler kun en del af regningen.',
    'Du får seks timer i stedet for de ti, du søgte om.',
    'Vi siger ja til rampen, men nej til elevatoren.',
    'Du får tilskud til brillerne, dog ikke til stellet.',
    'Vi giver dig delvis medhold.',
    'Du får udleveret halvdelen af det, du har bedt om.',
  ],
  ending: [
    'Vi stopper din hjælp til indkøb den 1. juni 2026.',
    'Din kontaktperson ophører med udgangen af maj 2026.',
    'Vi skærer hjælpen ned fra seks til fire timer.',
    'Fra den 1. juni 2026 får du ikke længere ledsagelse.',
    'Du får færre timer med hjemmevejleder.',
    'Din plads på dagcentret slutter den 1. juni 2026.',
    'Tilladelsen til udeservering trækkes tilbage.',
    'Dit fripladstilskud falder væk den 1. juni 2026.',
  ],
  order: [
    'Du skal betale 4.000 kr. tilbage.',
    'Du skal rive skuret ned senest den 1. juni 2026.',
    'Vi påbyder dig at rense grunden.',
    'Kommunen kræver 2.300 kr. tilbage.',
    'Vi forbyder dig at bruge brønden.',
    'Du får påbud om at dæmpe støjen.',
    'I skal fjerne hegnet ud mod stien.',
  ],
}

const idle = [
  'Tak for din ansøgning.',
  'Du søgte den 4. maj 2026 om en elscooter.',
  'Vi har modtaget din ansøgning om en elscooter.',
  'Du bor i en lejlighed på anden sal.',
  'Du har gigt i begge hænder.',
  'Din læge skriver, at du kan gå 200 meter.',
  'Vi har lagt vægt på, at du kan gå selv.',
  'Vi besøgte dig den 4. maj 2026.',
  'Vi har talt med din sagsbehandler.',
  'Det fremgår af § 112 i serviceloven.',
  'Efter loven kan kommunen give hjælpemidler til personer med handicap.',
  'Loven giver ret til hjælp, når behovet er varigt.',
  'Ring til os på 70 12 34 56.',
  'Har du spørgsmål, kan du ringe til os.',
  'Du kan i stedet leje en scooter.',
  'Hvis du får det værre, kan du søge igen.',
  'Brevet her er svar på din ansøgning.',
  'Vi skriver til dig om din ansøgning.',
  'Du fortalte, at du ikke længere kan cykle.',
  'Naboen mener, at hegnet skal fjernes.',
  'Ankestyrelsen gav dig sidste år medhold.',
  'Det afgørende er, om du kan gå selv.',
  'Vi beklager den lange ventetid.',
  'Du har sendt os en regning på 4.000 kr.',
  'Kommunen fik dit brev den 4. maj 2026.',
  'Skal vi ringe til dig?',
  'Vi har behandlet din ansøgning.',
  'Vi har set på din sag igen.',
  'Der var ingen læge til stede ved besøget.',
  'Huset ligger 20 meter fra skoven.',
  'Grunden er på 800 m².',
  'Du oplyste, at skuret blev bygget i 2019.',
  'Vi forstår, at du er ked af det.',
  'I sagen indgår en udtalelse fra skolen.',
  'Skolen beskriver Rasmus som en glad dreng.',
  'Vi målte støjen den 4. maj 2026.',
  'Du ønsker at sætte et skilt op.',
  'Vi har brugt § 112 i serviceloven.',
  'Din datter er syg og bor hjemme.',
  'Du har været til samtale hos os to gange.',
]

describe('the sentence of a decision', () => {
  for (const [outcome, sentences] of Object.entries(decisions))
    test.each(sentences)(`${outcome}: %s`, async (sentence) => {
      expect((await read('Svar på din ansøgning', sentence)).outcome).toBe(outcome)
    })
})

test.each(idle)('decides nothing: %s', async (sentence) => {
  expect((await read('Din ansøgning om en elscooter', sentence)).outcomeFound).toBe(false)
})

test('a name from the subject line says whom the decision is about', async () => {
  const { outcome } = await read('Rasmus og børnehaven', 'Rasmus begynder i Skovbørnehaven den 4. maj 2026.')
  expect(outcome).toBe('approval')
})
