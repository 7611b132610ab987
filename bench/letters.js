/**
 * Made-up Danish letters of about 2.7 kB Markdown, of every kind and of many fields, for measuring. The same seed gives
 * the same letters on every machine. Nobody in them is real.
 */

/** A number below `limit`, evenly spread: mulberry32, with its state in a closure. */
function makeRandom(seed) {
  let state = seed >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (((mixed ^ (mixed >>> 14)) >>> 0) * limit) / 4294967296
  }
}

const list = (text) => text.trim().split(/\s*\n\s*/u)
const words = (text) => text.trim().split(/\s+/u)

const firstNames = words(
  'Amina Anders Anne Asger Birthe Bo Camilla Dorthe Elif Emil Esther Frederik Grethe Hassan Helle Ida Inge Jakob Jens Karen Katja Lars Lone Mads Marie Mette Mikkel Nadia Niels Ole Oliver Pernille Peter Rasmus Rikke Signe Sofie Søren Tina Torben Ulla Viggo Yusuf Åse Øjvind',
)
const lastNames = words(
  'Andersen Bach Berg Christensen Dahl Eriksen Friis Gregersen Hald Hansen Holm Iversen Jacobsen Jensen Juul Kjær Knudsen Kristoffersen Lund Madsen Møller Nielsen Nørgaard Olsen Petersen Poulsen Rask Rasmussen Schmidt Skov Sørensen Thomsen Toft Vestergaard Winther Østergaard',
)
const streets = words(
  'Skovvej Kirkestræde Bakkedraget Ahornvænget Søndergade Møllevej Strandvejen Egeparken Lyngbakken Rønnevej Engvangen Bøgetoften Hovedgaden Åvej Østergade Kildemarken',
)
const towns = list(
  '3500 Værløse\n3520 Farum\n3460 Birkerød\n2840 Holte\n5000 Odense C\n8300 Odder\n6760 Ribe\n4300 Holbæk\n9400 Nørresundby\n7700 Thisted',
)
const authorities = words('Furesø Rudersdal Vestby Nordmose Åkirke Sønderlund Birkehøj Strandholm')
const units = words(
  'Borgerservice Familieafdelingen Jobcentret Byggesagsafdelingen Miljøafdelingen Ydelseskontoret Visitationen Planafdelingen Skoleafdelingen Handicapafdelingen',
)
const titles = words(
  'sagsbehandler socialrådgiver byggesagsbehandler miljømedarbejder visitator jurist specialkonsulent afdelingsleder',
)
const months = words('januar februar marts april maj juni juli august september oktober november december')
const weekdays = words('mandag tirsdag onsdag torsdag fredag')

/** What letters are about: what was asked for, the act, who hears complaints, and facts that are told. */
const subjects = [
  {
    thing: 'støtte til en elektrisk kørestol',
    law: 'servicelovens § 112',
    body: 'Ankestyrelsen',
    facts: list(`
      Din læge skriver i en udtalelse af {date}, at du kan gå omkring {number} meter uden hjælp.
      Ergoterapeuten besøgte dig den {date} og så, at du kan klare trapperne selv.
      Du har fortalt, at du bruger en rollator, når du handler ind to gange om ugen.
      Du bor alene i en lejlighed på {number} m² uden elevator.
      I samtalen den {date} oplyste du, at smerterne er blevet værre siden sommeren.`),
    weighing: list(`
      Vi har lagt vægt på, at en manuel kørestol dækker dit behov inden døre.
      Det har vejet tungt, at du kan komme rundt i nærmiljøet med det hjælpemiddel, du har.
      Hjælpemidlet vurderes ikke at afhjælpe de varige følger af den nedsatte funktionsevne i væsentlig grad.`),
  },
  {
    thing: 'merudgifter til din datter',
    law: 'barnets lovs § 86',
    body: 'Ankestyrelsen',
    facts: list(`
      I søgte om tilskud til særlige sko, transport og diætkost for {number} kr. om måneden.
      Børnelægen har i journalen af {date} beskrevet, at hun har cøliaki.
      Skolen har oplyst, at hun deltager i undervisningen på lige fod med de andre elever.
      Kvitteringerne viser, at udgiften i gennemsnit har været {number} kr. om måneden i 2025.`),
    weighing: list(`
      Vi vurderer, at udgifterne er en følge af den nedsatte funktionsevne, men at de ikke er større end andre familiers.
      Ved vurderingen har vi sammenholdt jeres udgifter med dem, som en familie uden et barn med handicap har.
      Det afgørende er, at de sandsynliggjorte udgifter ikke når op over minimumsbeløbet.`),
  },
  {
    thing: 'en carport på {address}',
    law: 'byggelovens § 22',
    body: 'Nævnenes Hus, Byggeklageenheden',
    facts: list(`
      Carporten bliver {number} m² og placeres {number} cm fra skel mod vest.
      Ejendommen er på {number} m² og har i forvejen to udhuse på tilsammen {number} m².
      Naboerne har haft sagen i høring i {period}, og der kom et svar den {date}.
      Tegningerne af {date} viser en højde på {number} cm over terræn.`),
    weighing: list(`
      Vi har vurderet, at bygningens samlede omfang er sædvanligt i området.
      Hensynet til naboens lysforhold taler imod, mens grundens skrå form taler for.
      Det er tillagt vægt, at carporten ikke kan placeres et andet sted på grunden.`),
  },
  {
    thing: 'dispensation fra lokalplanen til en tagterrasse',
    law: 'planlovens § 19, stk. 1',
    body: 'Planklagenævnet',
    facts: list(`
      Lokalplan {number} tillader ikke udestuer eller terrasser over første etage.
      Terrassen bliver {number} m² og ligger {number} meter fra naboens vinduer.
      Der er ikke tidligere givet dispensation til tilsvarende anlæg i kvarteret.
      Besigtigelsen den {date} viste, at der er frit udsyn til tre naboejendomme.`),
    weighing: list(`
      Vi lægger særlig vægt på, at indbliksgenerne vil være betydelige for naboerne.
      En dispensation vil kunne danne præcedens for de øvrige {number} huse i bebyggelsen.
      Dispensationen er vurderet ikke at stride mod planens principper.`),
  },
  {
    thing: 'sygedagpenge efter den {date}',
    law: 'sygedagpengelovens § 7, stk. 1',
    body: 'Ankestyrelsen',
    facts: list(`
      Du blev sygemeldt den {date} fra dit arbejde som chauffør.
      Det fremgår af lægeattesten af {date}, at du kan arbejde {number} timer om ugen med skånehensyn.
      Praktikken på lageret varede {period}, og fremmødet var stabilt.
      Du har selv oplyst til jobcentret, at søvnen er blevet bedre.`),
    weighing: list(`
      Vi vurderer, at du ikke længere er uarbejdsdygtig på grund af sygdom i lovens forstand.
      Der er lagt vægt på lægens skøn og på dine egne oplysninger om hverdagen.
      Vurderingen bygger på alle lægelige oplysninger sammen med forløbet i praktikken.`),
  },
  {
    thing: 'aktindsigt i sagen om {address}',
    law: 'offentlighedslovens § 30, nr. 1',
    body: 'Ankestyrelsen',
    facts: list(`
      Sagen består af {number} dokumenter, hvoraf {number} er interne notater.
      Du bad om aktindsigt i en e-mail den {date}.
      Dokumenterne indeholder oplysninger om en anden families økonomi.
      Tre af bilagene er udarbejdet af en rådgiver til brug for kommunens egen sagsbehandling.`),
    weighing: list(`
      Vi har overvejet, om du kan få mere at se, end du har krav på, men hensynet til de private forhold vejer tungere.
      Oplysningerne er undtaget, fordi de angår enkeltpersoners økonomiske forhold.
      Resten af dokumenterne kan udleveres uden at skade disse hensyn.`),
  },
  {
    thing: 'spildevand fra ejendommen {address}',
    law: 'miljøbeskyttelseslovens § 30, stk. 1',
    body: 'Miljø- og Fødevareklagenævnet',
    facts: list(`
      Ved tilsynet den {date} løb der urenset spildevand til grøften bag stalden.
      Ejendommen ligger i et område, hvor spildevandet skal renses for organisk stof.
      Bundfældningstanken er fra 1974 og rummer {number} liter.
      I har i telefonen den {date} forklaret, at tanken ikke er tømt siden 2022.`),
    weighing: list(`
      Udledningen vurderes at forurene bækken, som er målsat til god økologisk tilstand.
      Vi har lagt vægt på, at forholdet har stået på i mere end {period}.
      Hensynet til vandmiljøet vejer tungere end udgiften til et nyt anlæg.`),
  },
  {
    thing: 'friplads i børnehaven',
    law: 'dagtilbudslovens § 43',
    body: 'Ankestyrelsen',
    facts: list(`
      Husstandens indkomst er efter lønsedlerne {number} kr. om måneden.
      Du er flyttet sammen med din kæreste den {date}.
      Du har to børn under 18 år, som begge bor hos dig.
      Forskudsopgørelsen af {date} viser en lavere indkomst end årsopgørelsen for 2024.`),
    weighing: list(`
      Indkomsten ligger over grænsen for økonomisk friplads i år.
      Vi har regnet din samlevers indkomst med, fordi I bor på samme adresse.
      Beregningen bygger på de oplysninger, som SKAT har givet os.`),
  },
]

const openings = {
  refusal: list(`
    Vi kan desværre ikke give dig {thing}.
    Kommunen har besluttet at give afslag på din ansøgning om {thing}.
    Du får afslag på {thing}.
    Vi har behandlet din ansøgning om {thing}, og vi kan ikke imødekomme den.`),
  approval: list(`
    Vi har bevilget dig {thing}.
    Du får {thing} fra den {date}.
    Vi giver dig tilladelse til {thing} på de vilkår, der står nedenfor.
    Vi har godkendt din ansøgning om {thing}.`),
  partial: list(`
    Vi imødekommer delvist din ansøgning om {thing}.
    Du får en del af det, du har søgt om, men afslag på resten, som gælder {thing}.
    Du får delvis medhold i din ansøgning om {thing}.`),
  ending: list(`
    Vi stopper {thing} fra den {date}.
    Vi har besluttet, at {thing} ophører den {date}.
    Hjælpen til {thing} bliver sat ned fra den {date}.`),
  order: list(`
    Vi påbyder dig at bringe forholdene i orden: det gælder {thing}.
    Du får hermed påbud om {thing}, som skal være lovligt senest den {date}.
    Kommunen kræver, at du senest den {date} har rettet op på {thing}.`),
  hearing: list(`
    Vi overvejer at give afslag på {thing}, og du har mulighed for at udtale dig, før vi afgør sagen.
    Inden vi træffer afgørelse om {thing}, vil vi gerne høre, hvad du mener.
    Vi sender hermed sagen om {thing} i partshøring.`),
  acknowledgement: list(`
    Tak for din henvendelse om {thing}, som vi modtog den {date}.
    Vi har modtaget din ansøgning om {thing}.
    Vi bekræfter, at din ansøgning om {thing} er kommet frem.`),
  delay: list(`
    Vi er desværre forsinket med sagen om {thing}.
    Behandlingen af din sag om {thing} tager længere tid, end vi lovede dig.
    Vi kan ikke nå at afgøre sagen om {thing} inden for den frist, vi skrev til dig.`),
  forwarding: list(`
    Vi har sendt din henvendelse om {thing} videre til den rette myndighed.
    Din klage over {thing} hører ikke under os, og derfor har vi sendt den videre til {body}.`),
  information: list(`
    Vi skriver for at fortælle dig om nye regler for {thing}.
    Fra den {date} ændrer vi åbningstiderne for samtaler om {thing}.
    Du modtager dette brev, fordi du tidligere har spurgt om {thing}.`),
}

const filler = list(`
  Du kan læse mere om reglerne på {city}.dk, hvor du også finder skemaerne.
  Du er velkommen til at ringe, hvis du vil have brevet gennemgået sammen med os.
  Vi har talt med dig i telefonen den {date} om de vigtigste punkter.
  Alle tal i brevet er regnet ud på grundlag af de satser, der gælder i 2026.
  Reglerne har været de samme siden den {date}, men beløbene bliver reguleret hvert år.
  Hvis der sker ændringer i dine forhold, fx flytning, ny indkomst eller sygdom, skal du fortælle os det.
  Du kan tage en pårørende eller en anden bisidder med til alle møder.
  Afdelingen holder møde hver anden {weekday}, og derfor kan der gå nogle dage, før du hører fra os.
  Ansøgningen var vedlagt {number} bilag, herunder kontoudtog, lejekontrakt og en erklæring fra speciallægen.
  Såfremt forholdene ændrer sig, vil vi foretage en fornyet vurdering, jf. i øvrigt nedenstående bestemmelser.
  Vi har hentet oplysninger i CPR, BBR og eIndkomst, og du kan få indsigt i dem.
  Sagen er oprettet den {date}, og den behandles af {unit} i samarbejde med {otherUnit}.
  Beløbet på {number} kr. bliver udbetalt den sidste bankdag i måneden til din NemKonto.
  Det betyder, at du selv skal betale {number} kr., mens kommunen dækker resten.
  Vi beklager, at det har taget {period} at behandle sagen.
  På vejledningsmødet talte vi om »den bedste løsning på længere sigt«, som du selv kaldte det.
  Oplysningerne er indhentet med dit samtykke, som du gav den {date}, og som du altid kan trække tilbage.
  Notatet fra mødet er sendt til dig i Digital Post sammen med dette brev.
  Den nærmere planlægning sker i samråd med dig, din familie og de fagpersoner, der i forvejen kender jer.
  Vi følger op på sagen senest om {period}.
  Bygningerne ligger i landzone og er omfattet af lokalplan nr. {number} for området ved {street}.
  Du har tidligere fået hjælp i perioden fra {date} til {date}.
  Der er ikke nye lægelige oplysninger i sagen, siden vi skrev til dig sidst.
  Udvalget behandlede sagen på sit møde {weekday} den {date} og tiltrådte forvaltningens indstilling.
  I forbindelse med sagens behandling har der været foretaget indhentning af yderligere dokumentation.
  Du behøver ikke gøre noget, medmindre oplysningerne i brevet er forkerte.`)

const complaints = list(`
  Du kan klage over afgørelsen til {body}. Du skal sende klagen til os, og vi skal have den senest {period} efter, at du har fået dette brev. Når vi har fået din klage, vurderer vi sagen igen. Hvis vi fastholder afgørelsen, sender vi klagen videre til {body}.
  Hvis du er uenig i afgørelsen, kan du klage inden {period} fra den dag, du modtog brevet. Send klagen til {authority} Kommune, {address}, eller på mail til post@{city}.dk. Vi ser på sagen en gang til, før {body} eventuelt får den.
  Afgørelsen kan påklages til {body} inden {period} fra modtagelsen. Klagen indgives gennem Klageportalen, som du finder på borger.dk. Det koster 900 kr. at klage, og gebyret betales tilbage, hvis du får medhold. Ønsker du at indbringe sagen for domstolene, skal det ske inden 6 måneder.`)

const requests = {
  hearing:
    'Send dine bemærkninger til os senest {weekday} den {date}. Hvis vi ikke hører fra dig, afgør vi sagen på det grundlag, vi har.',
  acknowledgement: 'Du kan forvente svar inden {period}. Vi skriver til dig, hvis det kommer til at tage længere tid.',
  delay: 'Vi regner med, at du får svar senest den {date}. Det skyldes, at vi venter på en udtalelse fra {otherUnit}.',
  forwarding: 'Du hører fra {body}, når de har set på sagen. Har du spørgsmål til behandlingen, skal du kontakte dem.',
  information: 'Vil du vide mere, så kom til åbent hus {weekday} den {date} kl. 17 på rådhuset.',
}

const kinds = Object.keys(openings)

/** `count` letters, one after the other. */
export function* letters(count, seed = 1) {
  for (let index = 0; index < count; index += 1)
    yield makeLetter(kinds[index % kinds.length], makeRandom(seed * 1_000_003 + index))
}

function makeLetter(kind, random) {
  const whole = (low, high) => low + Math.floor(random(high - low + 1))
  const one = (items) => items[whole(0, items.length - 1)]
  const some = (items, count) => {
    const left = [...items]
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(whole(0, left.length - 1), 1)[0])
  }
  const subject = one(subjects)
  const name = `${one(firstNames)} ${one(lastNames)}`
  const city = one(authorities)
  const unit = one(units)
  const values = {
    thing: () => fill(subject.thing),
    body: () => subject.body,
    date: () => `${whole(1, 28)}. ${one(months)} ${whole(2024, 2026)}`,
    number: () => String(whole(2, 4000)),
    period: () => one(['4 uger', 'fire uger', '14 dage', 'tre måneder', '8 uger', 'seks måneder']),
    address: () => `${one(streets)} ${whole(1, 140)}`,
    street: () => one(streets),
    weekday: () => one(weekdays),
    authority: () => city,
    city: () => city.toLowerCase().replace('æ', 'ae').replace('ø', 'oe').replace('å', 'aa'),
    unit: () => unit,
    otherUnit: () => one(units),
  }
  const fill = (text) => text.replace(/\{(\w+)\}/gu, (_, key) => values[key]())
  const decides = ['refusal', 'approval', 'partial', 'ending', 'order'].includes(kind)
  const spare = some(filler, filler.length)
  const paragraph = (sentences) => sentences.map(fill).join(' ')
  const newLine = one(['\n', '  \n', '\\\n'])
  const lines = (...texts) => texts.join(newLine)
  const sender = `${city} Kommune`
  const head = [
    lines(one([sender, `**${sender}**`]), unit, fill('{address}'), one(towns)),
    lines(name, fill('{address}'), one(towns)),
    lines(`Dato: ${fill('{date}')}`, `Sagsnr.: ${whole(20, 26)}/${whole(1000, 99999)}`),
  ]
  const opening = paragraph([one(openings[kind])])
  const facts = [
    '## Oplysningerne i sagen',
    paragraph(some(subject.facts, 3)),
    some(subject.facts, 2)
      .map((fact) => `- ${fill(fact)}`)
      .join('\n'),
  ]
  const reasons = [
    '## Begrundelse',
    paragraph([`Afgørelsen er truffet efter ${subject.law}.`, ...some(subject.weighing, 2)]),
  ]
  const complaint = ['## Sådan klager du', fill(one(complaints))]
  const end = [
    `Har du spørgsmål, kan du ringe til mig på telefon ${whole(20, 99)} ${whole(10, 99)} ${whole(10, 99)} ${whole(10, 99)} eller skrive til ${fill('post@{city}.dk')}.`,
    `Venlig hilsen\n\n${lines(`${one(firstNames)} ${one(lastNames)}`, one(titles))}`,
  ]
  const before = [...head, `# ${titleOf(kind, fill(subject.thing))}`, `Kære ${name}`, opening]
  const after = decides ? [...(kind === 'approval' ? [] : complaint), ...end] : [fill(requests[kind]), ...end]
  const middle = decides ? [...facts, ...reasons] : [...facts]
  let length = [...before, ...middle, ...after].join('\n\n').length
  const more = []
  while (length < 2600 && spare.length > 0) {
    const next = paragraph(spare.splice(0, whole(1, 3)))
    more.push(next)
    length += next.length + 2
  }
  const cut = whole(0, more.length)
  return `${[...before, ...more.slice(0, cut), ...middle, ...more.slice(cut), ...after].join('\n\n')}\n`
}

function titleOf(kind, thing) {
  const starts = {
    refusal: 'Afslag på',
    approval: 'Bevilling af',
    partial: 'Afgørelse om',
    ending: 'Ophør af',
    order: 'Påbud om',
    hearing: 'Partshøring om',
    acknowledgement: 'Kvittering for ansøgning om',
    delay: 'Senere svar om',
    forwarding: 'Vi har sendt din henvendelse videre:',
    information: 'Orientering om',
  }
  return `${starts[kind]} ${thing}`
}
