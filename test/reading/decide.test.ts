import { expect, test } from 'vitest'
import { parseLetter, readLetter } from '../../src/index.ts'

async function read(subject: string, text: string) {
  const source = `# ${subject}\n\nKære Lis Holm\n\n${text}\n\nMed venlig hilsen\n\nIda Lund\n`
  return readLetter(await parseLetter(source, { language: 'da' }), { kind: 'decision' })
}

test('a duty further down is not taken for the decision', async () => {
  const { outcome } = await read(
    'Dit skur på Engvej',
    'Skuret kan blive stående, og du får landzonetilladelse.\n\n## Vilkår\n\nDu skal fjerne taget, når du ikke længere holder heste.',
  )
  expect(outcome).toBe('approval')
})

test('terms alone decide nothing', async () => {
  const { outcomeFound } = await read(
    'Søen på Engvej',
    'Tak for din ansøgning.\n\n## Vilkår\n\nDer må kun graves fra september til januar. Du skal fjerne jorden.',
  )
  expect(outcomeFound).toBe(false)
})

test.each([
  ['Du får seks timer om måneden. Resten af timerne kan vi ikke give dig.', 'in the next sentence'],
  ['I får lov at bygge carporten, men udhuset siger vi nej til.', 'after «men»'],
  ['Støtten om dagen er bevilget; støtten om natten er ikke bevilget.', 'after a semicolon'],
  ['Vi kan ikke give dig en plads på Solhøj. Derimod får du en plads på Engen.', 'the other way round'],
])('a yes with a no beside it is partial: %s', async (text) => {
  expect((await read('Din ansøgning', text)).outcome).toBe('partial')
})

test('a way out after a no does not make it partial', async () => {
  const text = 'Vi kan ikke give dig en plads på Solhøj. Du kan søge igen til august.'
  expect((await read('Din ansøgning', text)).outcome).toBe('refusal')
})

test('the title says what telling words leave open', async () => {
  const { outcome } = await read('Delvis aktindsigt', 'Vi sender dig papirerne om havnen.')
  expect(outcome).toBe('partial')
})

test('a title that names what was asked for decides nothing', async () => {
  const { outcomeFound } = await read('Ansøgning om dispensation', 'Din ansøgning er nu behandlet.')
  expect(outcomeFound).toBe(false)
})

test.each([
  'Naboen skriver, at han ikke vil give tilladelse.',
  'Det følger af loven, at kommunen kan give påbud.',
  'Vil du have en større beholder, skal du sige til.',
  'Skolen har givet støtte siden 2. klasse.',
  'Du betaler ikke noget for pladsen.',
])('told of others, of the law or of a condition: %s', async (sentence) => {
  expect((await read('Din sag', sentence)).outcomeFound).toBe(false)
})

test('reasons and the law speak for a decision, also where nothing is decided', async () => {
  const source =
    'Kære Lis Holm\n\nVi har lagt vægt på, at du selv kan gå. Reglen står i servicelovens § 112.\n\nMed venlig hilsen\n\nIda Lund\n'
  expect(readLetter(await parseLetter(source, { language: 'da' })).kind).toBe('decision')
})
