import { expect, test } from 'vitest'
import { lintText, parseLetter } from '../../src/lint-text.ts'
import { readLetter } from '../../src/reading/read-letter.ts'
import type { ElementName, Reading } from '../../src/types.ts'

/** What letters in English say in many ways, and what must not be taken for it. */

const decide = async (sentence: string): Promise<string> => {
  const reading = await read(`${head}${sentence}\n\n## How to complain\n\n${guidance}`)
  return reading.outcomeFound ? reading.outcome : 'not found'
}

async function read(text: string): Promise<Reading> {
  return readLetter(await parseLetter(text, { format: 'markdown', language: 'en' }))
}

const head = 'Fjordby Municipality\n\n3 March 2026\n\n# Decision about your application\n\nDear Amira Haddad\n\n'
const guidance =
  'You can complain to the National Social Appeals Board. Send your complaint to us within 4 weeks of receiving this letter.'

test.each([
  'Your application has been turned down.',
  'We have decided to refuse your application.',
  'We are unable to approve your request.',
  'Unfortunately, we can’t offer you a place.',
  'Your request is hereby rejected.',
  'I regret to inform you that your application cannot be granted.',
  'The Council does not agree to your request and refuses the application.',
  'We do not grant the dispensation you applied for.',
  'The municipality has chosen not to support the purchase.',
  'We must decline your application for a parking permit.',
  'Your claim has been disallowed.',
  'You are not entitled to a disability car.',
  'You will not get help with cleaning.',
  'We have assessed your application, and the answer is no.',
  'Your son will not be offered a place in the special class.',
  'Permission is refused.',
  'We will not be able to pay for the course.',
  'Your application for a loan was not successful.',
  'We are afraid that a place cannot be found for Omar this year.',
  'The panel did not feel able to support your application.',
  'There will be no award in this case.',
  'The Authority is not satisfied that you are a fit and proper person and refuses the application.',
  'We have looked into it, but the money cannot be paid.',
  'Your name has not been added to the housing register.',
  'You do not meet the residence condition, so nothing is payable.',
  'Your request for an exemption has met with a refusal.',
  'Your appeal has been dismissed and the original decision stands.',
  'We had to say no to your application.',
  'The outcome of the assessment is that a badge will not be issued.',
])('refusal: %s', async (sentence) => {
  expect(await decide(sentence)).toBe('refusal')
})

test.each([
  'You will get 12 hours of help a week.',
  'We have decided to grant you a wheelchair.',
  'We are pleased to tell you that your application has been approved.',
  'The municipality grants permission for the carport.',
  'Your application is successful.',
  'You have been awarded a Blue Badge.',
  'We will pay for the stairlift.',
  'You are entitled to a free place from 1 May 2026.',
  'We have given you a place at Hill Park.',
  'The Commission has decided to accept your request.',
  'You can keep your flexi-job.',
  'We have agreed to fund the ramp.',
  'I am satisfied that you are owed the main housing duty.',
  'We have renewed your licence until 2029.',
])('approval: %s', async (sentence) => {
  expect(await decide(sentence)).toBe('approval')
})

test.each([
  'Your cash benefit will be reduced from 1 May 2026.',
  'We are stopping your housing benefit from 1 May 2026.',
  'From 1 May 2026 you will no longer receive home care.',
  'Your permit is withdrawn with effect from 1 May 2026.',
  'We have decided to end your flexi-job on 30 April 2026.',
  'You will have two hours of cleaning less than now.',
  'Your entitlement to respite care ends on 30 April 2026.',
  'Your last payment will be on 30 April 2026.',
  'From May your payment drops to 4,100 kroner a month.',
  'The help you get with shopping will not continue after 30 April 2026.',
  'Your name has been taken off the housing register as of 1 May 2026.',
  'You will get 23 per cent of the price in place of the 62 you get now.',
])('ending: %s', async (sentence) => {
  expect(await decide(sentence)).toBe('ending')
})

test.each([
  'You must pay back 4,210 kroner by 1 May 2026.',
  'We order you to remove the shed by 1 September 2026.',
  'We are claiming 4,210 kroner back from you.',
  'You are ordered to stop the discharge by 1 May 2026.',
  'The company must repay the grant by 1 May 2026.',
  'The owner is required to connect the house to the sewer by 1 May 2026.',
  'The overpayment of £812.40 is recoverable from you.',
  'You have until 1 May 2026 to pull down the shed.',
  'We prohibit you from letting the flat until the fault is repaired.',
])('order: %s', async (sentence) => {
  expect(await decide(sentence)).toBe('order')
})

test.each([
  'We have approved part of your application.',
  'We grant you 6 hours a week instead of the 10 hours you applied for.',
  'Your application is granted in part.',
  'We will pay for the bed, but not for the chair.',
  'We say yes to the bed and no to the chair.',
  'Items 1 and 2 are released; item 3 is withheld.',
  'We have agreed to four of the ten hours.',
  'You are awarded the standard rate rather than the enhanced rate.',
  'We have decided to disclose the report with some redactions.',
])('partial: %s', async (sentence) => {
  expect(await decide(sentence)).toBe('partial')
})

test.each([
  'We have looked at your application of 3 January 2026.',
  'You applied on 3 January 2026 for a stairlift.',
  'Your landlord refused to put in a lift.',
  'If your income falls, you may be granted more help.',
  'The tribunal refused a similar application last year.',
  'Thank you for your application for a stairlift.',
  'A decision can be refused by the panel.',
  'The neighbours were granted a similar permit in 2019.',
  'Your previous permit was revoked in 2021.',
  'Help is granted to people who cannot clean for themselves.',
  'Your doctor has not approved the diet.',
  'Your landlord has stopped the heating.',
])('no result: %s', async (sentence) => {
  expect(await decide(sentence)).toBe('not found')
})

const kindOf = async (title: string, text: string): Promise<string> =>
  (
    await read(
      `Fjordby Municipality\n\n3 March 2026\n\n# ${title}\n\nDear Amira Haddad\n\n${text}\n\nKind regards\n\nAnne Bak\n`,
    )
  ).kind

test.each([
  [
    'hearing',
    'Your housing application',
    'We are minded to refuse your application. Please let us have your representations by 20 March 2026.',
  ],
  [
    'hearing',
    'Proposed change',
    'We propose to reduce your support to four hours. You have until 20 March 2026 to comment.',
  ],
  [
    'hearing',
    'Your neighbour’s application',
    'Your neighbour has applied to build a dormer. Before we decide, we would like to know what you think. Please write by 20 March 2026.',
  ],
  [
    'acknowledgement',
    'Your claim',
    'Thank you for your claim, which we received on 2 March 2026. We aim to reply within 15 working days.',
  ],
  [
    'acknowledgement',
    'Receipt',
    'This is to confirm that we have got your letter. It usually takes six weeks to handle a case like yours.',
  ],
  [
    'delay',
    'Your application for a parking permit',
    'We are sorry that you have had to wait. We have not yet been able to finish your case. We now expect to write to you by 1 April 2026.',
  ],
  [
    'delay',
    'Holding reply',
    'I am afraid that we need more time to look into your request. You will hear from us by 1 April 2026.',
  ],
  [
    'forwarding',
    'Your letter about the motorway',
    'Your letter has been passed on to the Danish Road Directorate. It is their responsibility, not ours.',
  ],
  [
    'forwarding',
    'Your enquiry',
    'We are not responsible for state roads. We have therefore sent your enquiry to the Danish Road Directorate, which will reply to you.',
  ],
  ['information', 'Opening hours in July', 'We would like to tell you that the library is closed in July.'],
])('kind %s: %s', async (kind, title, text) => {
  expect(await kindOf(title, text)).toBe(kind)
})

const complain = (text: string) =>
  `${head}We have decided to refuse your application.\n\n## If you disagree\n\n${text}\n`
const elementsOf = async (text: string): Promise<Reading['elements']> => (await read(complain(text))).elements

test.each<[ElementName, string]>([
  ['complaint-deadline', 'You can appeal to the tribunal. Your appeal must arrive within one month.'],
  ['complaint-deadline', 'You can complain to Ankestyrelsen up to 31 March 2026.'],
  ['complaint-deadline', 'An appeal has to be lodged not later than 28 calendar days after notification.'],
  ['complaint-deadline', 'The last day to complain is 31 March 2026.'],
  ['complaint-deadline', 'Appeals must be received before the end of six weeks from the date above.'],
  ['complaint-deadline', 'You can complain to Ankestyrelsen. There is no deadline.'],
  ['complaint-procedure', 'You can complain to Ankestyrelsen. Hand in your complaint at the town hall.'],
  ['complaint-procedure', 'You can complain to Ankestyrelsen by ringing us.'],
  ['complaint-procedure', 'Appeals are made by filling in the form on our website.'],
  ['complaint-procedure', 'Address your appeal to the Clerk, Town Hall, Westbridge WB1 1AA.'],
  ['complaint-deadline-start', 'You can complain within 4 weeks from today.'],
  ['complaint-deadline-start', 'You can complain within 4 weeks after the decision was published.'],
  ['reassessment', 'You can complain to Ankestyrelsen. We take another look at the case before it goes to the Board.'],
  [
    'reassessment',
    'You can complain to Ankestyrelsen. Your complaint goes to us first, and we consider whether the decision should be changed.',
  ],
  ['no-complaint', 'This decision is final and cannot be appealed.'],
  ['no-complaint', 'There is no right of appeal against this decision.'],
])('%s: %s', async (name, text) => {
  expect((await elementsOf(text))[name]).toBeDefined()
})

test.each<[ElementName, string]>([
  ['complaint-deadline', 'You can complain to Ankestyrelsen. We will answer your complaint within 28 days.'],
  [
    'complaint-deadline',
    'You can complain to Ankestyrelsen. Within four weeks of receiving your complaint, we send it on to the Board.',
  ],
  ['complaint-deadline', 'You can complain to Ankestyrelsen. You must send us any new evidence within 14 days.'],
  [
    'complaint-deadline',
    'You can complain to Ankestyrelsen. If you want to go to court, you must do so within six months.',
  ],
  [
    'complaint-deadline',
    'You can ask for a written statement of reasons within one month. You can appeal to the tribunal.',
  ],
  ['complaint-procedure', 'You can complain to Ankestyrelsen within 4 weeks of receiving this letter.'],
  [
    'complaint-procedure',
    'You can complain to Ankestyrelsen. We send your complaint on to the Board with our comments.',
  ],
  ['complaint-body', 'You can complain within 4 weeks of receiving this letter. Send your complaint to us.'],
  ['reassessment', 'You can complain to Ankestyrelsen. Send your complaint to us.'],
])('not %s: %s', async (name, text) => {
  expect((await elementsOf(text))[name]).toBeUndefined()
})

test.each([
  ['dk', 'We use the Act on Social Services. You can complain to Ankestyrelsen.'],
  ['uk', 'We use the Housing Act 1996. Westbridge City Council can review the decision.'],
  ['ie', 'We use the Social Welfare Consolidation Act 2005. You can appeal to the Social Welfare Appeals Office.'],
  ['eu', 'We use Regulation (EC) No 1049/2001. You can make a confirmatory application to the Secretary-General.'],
  ['other', 'We have decided to refuse your application.'],
])('jurisdiction %s: %s', async (jurisdiction, text) => {
  expect((await read(`Dear Amira Haddad\n\n${text}`)).jurisdiction).toBe(jurisdiction)
})

test('a letter is not held against the law of another country', async () => {
  const sourcesUnder = async (law: string): Promise<string> => {
    const text = `Dear Amira Haddad\n\nWe have decided to refuse your application under ${law}.\n`
    const { violations } = await lintText(text, { format: 'markdown', language: 'en' })
    return violations.flatMap(({ sources }) => sources).join('\n')
  }
  expect(await sourcesUnder('section 116 of the Danish Act on Social Services')).toContain(
    'Danish Public Administration',
  )
  expect(await sourcesUnder('section 193(2) of the Housing Act 1996')).not.toContain('Danish')
  expect(await sourcesUnder('Article 4(1)(b) of Regulation (EC) No 1049/2001')).not.toContain('Danish')
})

test('words that other tools flag are left alone', async () => {
  const text =
    'Dear Amira Haddad\n\nWe have rejected the plan that failed the test in May. The school decides about the execution of the work, and your husband or wife can clearly provide the white form that we require. He had failed to see that that was the case, so we forward it and notify the owner.\n'
  const { violations } = await lintText(text, { format: 'markdown', language: 'en' })
  expect(violations.filter(({ ruleId }) => /^(?:plain|tone)\//.test(ruleId)).map(({ excerpt }) => excerpt)).toEqual([])
})

test('a paragraph in another language is left alone', async () => {
  const text =
    'Dear Amira Haddad\n\nWe have decided to give you a stairlift. You can read this letter in Danish below, and you can call us if you have any questions about it.\n\nSåfremt du har spørgsmål til afgørelsen, er du velkommen til at ringe til os, og vi vil hjælpe dig hurtigst muligt!\n'
  const { letter, violations } = await lintText(text, { format: 'markdown' })
  const danish = letter.text.indexOf('Såfremt')
  expect(letter.language).toBe('en')
  expect(violations.filter(({ ruleId, span }) => /^(?:plain|tone)\//.test(ruleId) && span.start >= danish)).toEqual([])
})

test.each([
  'Without a good reason, the benefit is reduced by 310 kroner a day.',
  'A place is given under section 43 of the Day Care Act and depends on the income.',
  'We have also looked at section 14 on giving more access.',
])('a rule is told, nothing is decided: %s', async (sentence) => {
  expect(await decide(sentence)).toBe('not found')
})

test.each(['Building a new wing', 'The extension at Skovvej 4'])('a title tells no kind: %s', async (title) => {
  expect(await kindOf(title, `We have approved the project.\n\n## Complaints\n\n${guidance}`)).toBe('decision')
})

test.each(['We would like to hear from you about your classes', 'Please tell us your side of the story'])(
  'a title that hears the reader: %s',
  async (title) => {
    const text = 'We are thinking of reducing your benefit. Nothing has been decided. Write to us by 20 March 2026.'
    expect(await kindOf(title, text)).toBe('hearing')
  },
)

const rulesIn = async (text: string): Promise<string[]> =>
  (await lintText(text, { format: 'markdown', language: 'en' })).violations.map(({ ruleId }) => ruleId)

test.each(['<Date>', '<CALL-ID>', '<amount owed>', '<First name>'])('a field in angle brackets: %s', async (field) => {
  expect(await rulesIn(`${head}You will hear from us about ${field} soon.`)).toContain('letter/placeholder')
})

test.each(['<br>', '<strong>now</strong>', 'a < b > c'])('no field: %s', async (text) => {
  expect(await rulesIn(`${head}You will hear from us ${text} soon.`)).not.toContain('letter/placeholder')
})

test('a five-figure post code belongs to the name above it', async () => {
  const letter =
    'European Ports Executive Agency\n\nDr Jana Novák\nInstitute of River Ecology\nRiečna 5\n811 02 Bratislava\nSlovakia\n\nDear Dr Novák\n\nThank you.'
  expect((await read(letter)).elements.recipient).toBeDefined()
  expect((await read(letter.replace(/Dr Jana[\s\S]*Slovakia\n\n/u, ''))).elements.recipient).toBeUndefined()
})

const ukHomeless = (complaint: string): string =>
  `Port Ellery City Council\n\n17 March 2026\n\n# Your homelessness application\n\nDear Mr Doyle\n\nI have decided that we do not owe you the main housing duty under section 189 of the Housing Act 1996.\n\n## Asking for a review\n\n${complaint}`

test('the time for a homelessness review is 21 days', async () => {
  const guided = (days: number): string =>
    ukHomeless(`You can ask for a review by our Reviews Officer within ${days} days of receiving this letter.`)
  expect(await rulesIn(guided(7))).toContain('complaint/wrong-deadline')
  expect(await rulesIn(guided(21))).not.toContain('complaint/wrong-deadline')
})

test('the Planning Inspectorate does not hear homelessness cases', async () => {
  const wrong = ukHomeless('You can appeal to the Planning Inspectorate within 21 days of receiving this letter.')
  const right = ukHomeless('You can ask for a review by a senior officer within 21 days of receiving this letter.')
  expect(await rulesIn(wrong)).toContain('complaint/wrong-body')
  expect(await rulesIn(right)).not.toContain('complaint/wrong-body')
})
