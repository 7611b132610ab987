import { describe, expect, test } from 'vitest'
import { findReferences } from '../../src/language/references.ts'
import { excerpts } from './cut.ts'

describe('sections with their act', () => {
  test.each([
    ['servicelovens § 100, stk. 1', 'serviceloven', ['§ 100']],
    ['Servicelovens § 100', 'serviceloven', ['§ 100']],
    ['SERVICELOVENS § 100', 'serviceloven', ['§ 100']],
    ['§ 100 i serviceloven', 'serviceloven', ['§ 100']],
    ['§ 35, stk. 1, i lov om planlægning', 'lov om planlægning', ['§ 35']],
    ['lov om social service § 100', 'lov om social service', ['§ 100']],
    ['Udbetaling Danmark-loven § 4', 'udbetaling danmark-loven', ['§ 4']],
    ['planlovens 36, stk. 1', 'planloven', ['§ 36']],
    ['paragraf 100 i serviceloven', 'serviceloven', ['§ 100']],
    ['servicelovens paragraf 83', 'serviceloven', ['§ 83']],
    ['BR18 § 34', 'br18', ['§ 34']],
    ['forordning (EU) 2016/679 artikel 15', 'forordning (eu) 2016/679', ['artikel 15']],
    ['artikel 15 i databeskyttelsesforordningen', 'databeskyttelsesforordningen', ['artikel 15']],
    ['databeskyttelsesforordningens artikel 6, stk. 1, litra e', 'databeskyttelsesforordningen', ['artikel 6']],
    ['kapitel 5 i serviceloven', 'serviceloven', ['kapitel 5']],
    ['kap. 5 i planloven', 'planloven', ['kapitel 5']],
    ['servicelovens §§ 83-85', 'serviceloven', ['§ 83', '§ 84', '§ 85']],
    ['servicelovens § 100 og § 112', 'serviceloven', ['§ 100', '§ 112']],
    ['§ 19 og § 20 i planloven', 'planloven', ['§ 19', '§ 20']],
    ['planlovens\u00a0§\u00a035,\nstk. 1', 'planloven', ['§ 35']],
    ['service-lovens § 4', 'serviceloven', ['§ 4']],
    ['servicelo-vens § 4', 'serviceloven', ['§ 4']],
    ['forvaltningsloven § 24', 'forvaltningsloven', ['§ 24']],
    ['forvaltningsloven, § 24', 'forvaltningsloven', ['§ 24']],
    ['§ 65 stk. 2 i lovbekendtgørelse nr. 1122', 'lovbekendtgørelse nr. 1122', ['§ 65']],
    ['serviceloven (LBK nr. 170 af 24. januar 2022) § 100', 'serviceloven', ['§ 100']],
    [
      'lov om social service, jf. lovbekendtgørelse nr. 170 af 24. januar 2022, § 100',
      'lov om social service',
      ['§ 100'],
    ],
    [
      'lov om retssikkerhed og administration på det sociale område § 66',
      'lov om retssikkerhed og administration på det sociale område',
      ['§ 66'],
    ],
    ['børne- og ungeydelseslovens § 4', 'børne- og ungeydelsesloven', ['§ 4']],
    ['støttebekendtgørelsens § 3', 'støttebekendtgørelsen', ['§ 3']],
    ['bekendtgørelse nr. 170 af 24. januar 2022 § 4', 'bekendtgørelse nr. 170 af 24. januar 2022', ['§ 4']],
    ['Art. 8 i EMRK', 'emrk', ['artikel 8']],
    ['servicelovens regler i § 100', 'serviceloven', ['§ 100']],
    ['FVL § 24', 'fvl', ['§ 24']],
    ['museumslovens §29 a', 'museumsloven', ['§ 29 a']],
    ['Lov om aktiv socialpolitik § 11', 'lov om aktiv socialpolitik', ['§ 11']],
    ['lokalplanens § 5', 'lokalplanen', ['§ 5']],
    ['servicelov § 4', 'serviceloven', ['§ 4']],
    ['grundlovens § 71', 'grundloven', ['§ 71']],
    ['skovlovens § 3', 'skovloven', ['§ 3']],
    ['section 81 of the Active Social Policy Act', 'active social policy act', ['section 81']],
    ['s.78 of the Planning Act 1990', 'planning act 1990', ['section 78']],
    ['Article 4(2) of Regulation (EC) No 1049/2001', 'regulation (ec) no 1049/2001', ['article 4']],
    ['sections 4 and 5 of the Housing Act 1996', 'housing act 1996', ['section 4', 'section 5']],
    ['Schedule 4, paragraph 5, of the Welfare Act 2007', 'welfare act 2007', ['schedule 4']],
  ])('%j', (text, actKey, sections) => {
    const [reference, ...more] = findReferences(text)
    expect(reference).toMatchObject({
      actKey,
      sections,
      kind: /^art/iu.test(sections[0] ?? '') ? 'article' : 'section',
    })
    expect(more).toEqual([])
    expect(text.slice(reference?.start, reference?.end)).toBe(text)
    expect(text.slice(reference?.actSpan?.start, reference?.actSpan?.end)).toBe(reference?.act)
  })
})

describe('sections alone', () => {
  test.each([
    ['§ 4', ['§ 4']],
    ['§17', ['§ 17']],
    ['§ 16 a, stk. 1, nr. 2', ['§ 16 a']],
    ['§§ 98 – 100', ['§ 98', '§ 99', '§ 100']],
    ['§§ 14b, 14c, 41, 42 og § 72d, stk. 2', ['§ 14 b', '§ 14 c', '§ 41', '§ 42', '§ 72 d']],
    ['§ 65 stk.2', ['§ 65']],
    ['§ 1, stk. 1, 2. pkt., og § 2', ['§ 1', '§ 2']],
    ['lovens § 4', ['§ 4']],
    ['§ 4 i loven', ['§ 4']],
    ['section 24AA(1)(b)', ['section 24AA']],
    ['S.192', ['section 192']],
    ['section 5 of the Act', ['section 5']],
    ['§ 100 og 112', ['§ 100', '§ 112']],
    ['paragrafferne 4 og 5', ['§ 4', '§ 5']],
  ])('%j', (text, sections) => {
    const references = findReferences(text)
    expect(references).toMatchObject([{ sections }])
    expect(references[0]).not.toHaveProperty('actKey')
  })
  test('a number of something else is no section', () => {
    expect(findReferences('§ 4 og 14 dage')).toMatchObject([{ sections: ['§ 4'] }])
  })
})

describe('acts without a section', () => {
  test.each([
    ['Vi bruger forvaltningsloven.', 'forvaltningsloven', 'act-only'],
    ['Efter lov om social service har du ret til hjælp.', 'lov om social service', 'act-only'],
    ['bygningsreglementet', 'bygningsreglementet', 'order'],
    ['bekendtgørelse nr. 170 af 24. januar 2022', 'bekendtgørelse nr. 170 af 24. januar 2022', 'order'],
    ['LBK nr 1218 af 25/11/2019', 'lbk nr 1218 af 25/11/2019', 'act-only'],
    ['BEK. nr. 15 af 3/1 2024', 'bek. nr. 15 af 3/1 2024', 'order'],
    ['lov nr. 123 af 1. januar 2020', 'lov nr. 123 af 1. januar 2020', 'act-only'],
    ['bekendtgørelsen om hjælp til børn', 'bekendtgørelsen om hjælp til børn', 'order'],
    ['Habitatdirektivet', 'habitatdirektivet', 'act-only'],
    ['efter aftaleloven', 'aftaleloven', 'act-only'],
    ['børnekonventionen', 'børnekonventionen', 'act-only'],
    ['the Freedom of Information Act 2000', 'freedom of information act 2000', 'act-only'],
    [
      'Social Security (Claims and Payments) Regulations 1987',
      'social security (claims and payments) regulations 1987',
      'act-only',
    ],
  ])('%s', (text, actKey, kind) => expect(findReferences(text)).toMatchObject([{ actKey, kind, sections: [] }]))
})

describe('no references', () => {
  test.each([
    'udlov',
    'forlov',
    'orlov',
    'barselsorloven',
    'plov',
    'lovlig',
    'lovligt',
    'efter loven',
    'ifølge lovens ord',
    'gældende lovgivning',
    'lovgivningen',
    'byggetilladelse',
    'lovforslaget',
    'de nye love',
    'den nye planlov',
    'The Act',
    'an act of kindness',
    'kommunens aftale',
    'se s. 3 i brevet',
    'bekendtgørelsen',
    'en offentlig bekendtgørelse',
    'kapitlet',
    'artikler i avisen',
    'Act now',
    'husordenens reglement',
    'janteloven',
    'Der er lovet hjælp',
    'forlovede',
    'lokalplan 12',
    'section',
    '§',
    'loven',
  ])('%s', (text) => expect(findReferences(text)).toEqual([]))
})

describe('chains', () => {
  test('jf. starts a reference of its own', () => {
    const text = 'Afgørelsen er truffet efter servicelovens § 24, stk. 2, nr. 3, jf. § 25, jf. forvaltningslovens § 24.'
    expect(excerpts(text, findReferences(text))).toEqual([
      'servicelovens § 24, stk. 2, nr. 3',
      '§ 25',
      'forvaltningslovens § 24',
    ])
  })
  test('sections go to their own act', () => {
    const text = 'Det følger af § 4 i forvaltningsloven og § 5 i offentlighedsloven og retssikkerhedslovens § 66.'
    expect(findReferences(text).map(({ actKey, sections }) => [actKey, ...sections])).toEqual([
      ['forvaltningsloven', '§ 4'],
      ['offentlighedsloven', '§ 5'],
      ['retssikkerhedsloven', '§ 66'],
    ])
  })
  test('a sentence end parts act and section', () => {
    expect(findReferences('Vi bruger serviceloven. § 4 gælder.').map(({ kind }) => kind)).toEqual([
      'act-only',
      'section',
    ])
  })
})
