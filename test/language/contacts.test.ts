import { describe, expect, test } from 'vitest'
import { findPostcodes, findStreetAddresses } from '../../src/language/addresses.ts'
import { findCaseNumbers, findCprNumbers, findEmails, findPhones, findUrls } from '../../src/language/contacts.ts'
import { excerpts } from './cut.ts'

type Finder = (text: string) => { start: number; end: number }[]

/** Text, then what is found in it (nothing when it is left out). */
function table(name: string, find: Finder, rows: readonly (readonly [string, ...string[]])[]): void {
  describe(name, () =>
    test.each(rows.map(([text, ...found]) => [text, found] as const))('%j', (text, found) =>
      expect(excerpts(text, find(text))).toEqual(found),
    ),
  )
}

table('phones', findPhones, [
  ['tlf. 72 35 40 00', '72 35 40 00'],
  ['Tlf.: 72354000', '72354000'],
  ['Telefon 7235 4000', '7235 4000'],
  ['+45 72 35 40 00', '+45 72 35 40 00'],
  ['+4572354000', '+4572354000'],
  ['0045 72 35 40 00', '0045 72 35 40 00'],
  ['72.35.40.00', '72.35.40.00'],
  ['Ring på 72354000.', '72354000'],
  ['72\u00a035\u00a040\u00a000', '72\u00a035\u00a040\u00a000'],
  ['call 020 7946 0958', '020 7946 0958'],
  ['0300 123 4567', '0300 123 4567'],
  ['72 35 40 00 eller 72 35 40 01', '72 35 40 00', '72 35 40 01'],
  ['telefonnummer 72354000', '72354000'],
  ['mobil: 20 21 22 23', '20 21 22 23'],
  ['tlf. 72 35 40 00, kl. 9', '72 35 40 00'],
  ['72354000'],
  ['CVR 12345678'],
  ['CVR-nr. 12 34 56 78'],
  ['010190-1234'],
  ['EAN 5798007980001'],
  ['1.234.567'],
  ['sagsnr. 12345678'],
  ['20 21 22 23 24'],
  ['16.03.04-G01-1-25'],
  ['03-03-2026'],
])

table('e-mail', findEmails, [
  ['Skriv til post@furesoe.dk.', 'post@furesoe.dk'],
  ['mette.hansen@furesø.dk, x', 'mette.hansen@furesø.dk'],
  ['(a@b.dk)', 'a@b.dk'],
  ['a@b.co.uk', 'a@b.co.uk'],
  ['a_b-c+d@e-f.dk', 'a_b-c+d@e-f.dk'],
  ['a@b.dk;c@d.dk', 'a@b.dk', 'c@d.dk'],
  ['<x@y.dk>', 'x@y.dk'],
  ['E-mail: A@B.DK', 'A@B.DK'],
  ['a@b'],
  ['@furesoe'],
  ['a @ b.dk'],
  ['@'],
  ['a@@b.dk'],
  ['5 @ 10 kr.'],
  ['post(at)furesoe.dk'],
])

table('web addresses', findUrls, [
  ['Se www.furesoe.dk.', 'www.furesoe.dk'],
  ['https://www.borger.dk/klage. Du', 'https://www.borger.dk/klage'],
  ['borger.dk', 'borger.dk'],
  ['(naevneneshus.dk/klageportal)', 'naevneneshus.dk/klageportal'],
  ['gov.uk', 'gov.uk'],
  ['www.gov.uk/appeal,', 'www.gov.uk/appeal'],
  ['http://x.dk?a=b', 'http://x.dk?a=b'],
  ['sundhed.dk og borger.dk', 'sundhed.dk', 'borger.dk'],
  ['europa.eu/x', 'europa.eu/x'],
  ['post@furesoe.dk'],
  ['bl.a. dk'],
  ['f.eks. Det'],
  ['slut.Du'],
  ['3.5.26'],
  ['A.dkk'],
])

table('case numbers', findCaseNumbers, [
  ['Sagsnr.: 24/5678', '24/5678'],
  ['J.nr. 2024-123', '2024-123'],
  ['16.03.04-G01-1-25', '16.03.04-G01-1-25'],
  ['sag nr. 24-5678', '24-5678'],
  ['Vores ref. 24/1234', '24/1234'],
  ['Our reference: HB/2026/0012', 'HB/2026/0012'],
  ['24/5678', '24/5678'],
  ['Sag: 00.01.00-A00-1-24', '00.01.00-A00-1-24'],
  ['Sagsnummer 2024-0123456', '2024-0123456'],
  ['Journalnr. 12345', '12345'],
  ['Sags-id: EMN-2024-00123', 'EMN-2024-00123'],
  ['Case number 12/345', '12/345'],
  ['sagsnr. 24/5678.', '24/5678'],
  ['din sag er nr. 5'],
  ['dato 24/12'],
  ['21/01/2019'],
  ['forordning (EU) 2016/679'],
  ['Sagen er afsluttet 2024'],
  ['1/3'],
])

table('CPR numbers', findCprNumbers, [
  ['010190-1234', '010190-1234'],
  ['CPR 010190 1234', '010190 1234'],
  ['cpr-nr. 0101901234', '0101901234'],
  ['610190-1234', '610190-1234'],
  ['010190 - 1234', '010190 - 1234'],
  ['(311299-4321)', '311299-4321'],
  ['010190\u20111234', '010190\u20111234'],
  ['010190–1234', '010190–1234'],
  ['010190-1234, 020290-4321', '010190-1234', '020290-4321'],
  ['010190-xxxx'],
  ['990190-1234'],
  ['011390-1234'],
  ['12010190-1234'],
  ['010190-12345'],
  ['konto 0101901234'],
  ['010190'],
  ['5798007980001'],
  ['a010190-1234'],
])

table('post codes', findPostcodes, [
  ['3500 Værløse', '3500 Værløse'],
  ['2840 Holte', '2840 Holte'],
  ['5000 Odense C', '5000 Odense C'],
  ['2000 Frederiksberg', '2000 Frederiksberg'],
  ['DK-3520 Farum', '3520 Farum'],
  ['2800 Kgs. Lyngby', '2800 Kgs. Lyngby'],
  ['Rådhustorvet 2, 3520 Farum. Du', '3520 Farum'],
  ['3460\u00a0Birkerød\nTlf', '3460\u00a0Birkerød'],
  ['2100 København Ø', '2100 København Ø'],
  ['London SW1A 2AA', 'SW1A 2AA'],
  ['i 2026 Du'],
  ['3. marts 2026 Afgørelse'],
  ['7200 Kroner'],
  ['1.500 Kroner'],
  ['9999 kr'],
  ['§ 1234 Lov'],
  ['12345 Holte'],
  ['24/5678 Farum'],
])

table('street addresses', findStreetAddresses, [
  ['Stiager 2', 'Stiager 2'],
  ['Skovvej 4, 2. tv.', 'Skovvej 4, 2. tv.'],
  ['Rådhustorvet 2, 1. sal', 'Rådhustorvet 2, 1. sal'],
  ['Postboks 12', 'Postboks 12'],
  ['Du bor på Gl. Holtevej 12 A, st. th.', 'Gl. Holtevej 12 A, st. th.'],
  ['H.C. Andersens Boulevard 2', 'H.C. Andersens Boulevard 2'],
  ['Vester Voldgade 12B, 3. sal, tv.', 'Vester Voldgade 12B, 3. sal, tv.'],
  ['Øverødvej 2, 2840 Holte', 'Øverødvej 2'],
  ['Teglporten 9\n3460 Birkerød', 'Teglporten 9'],
  ['12 High Street', '12 High Street'],
  ['P.O. Box 12', 'P.O. Box 12'],
  ['Ny Østergade 7', 'Ny Østergade 7'],
  ['Bilag 2'],
  ['Team 3'],
  ['Frederik 10. Han'],
  ['i Farum 2 gange'],
  ['Efter § 4'],
  ['Den 12. maj'],
  ['lov 12'],
  ['Lov nr. 12'],
  ['Uge 7'],
  ['Kl. 14'],
])
