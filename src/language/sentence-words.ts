/** Words that help to tell a sentence end from a full stop inside a sentence. Data for `boundaries.ts`. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))

/**
 * Words that, with a capital, almost always open a sentence. They decide where the full stop alone does not:
 * `Odense C. Her`, `3 mio. Du`, `plan B. Det`.
 */
export const openers = words(`
  Du Vi Jeg Han Hun Det Den Der De Dette Denne Disse Dit Din Dine Vores Hvis Når Da Så Derfor Desuden Dog Men Og
  Herefter Derefter Samtidig Her Hvor Hvad Hvem Hvordan Hvorfor Hvilken Har Er Var Kan Skal Vil Må Bliver Får Husk Ring
  Skriv Se Læs Send Kontakt Klag Kom Mød Vær Bemærk Efter Ifølge Ellers Fristen Klagen Kommunen Ansøgningen Afgørelsen
  Beløbet Mødet Sagen Ankestyrelsen Alle Ingen Selvom Eftersom Fordi Inden Senest Både Udover Derudover Endelig
`)

/** The same with the capital forgotten: `Vi har ikke fået svar. vi lukker sagen.` */
export const smallOpeners = words('du vi jeg han hun det den der de dette disse derfor hvis når så men')

/** What a plain ordinal belongs to, also when it is written with a capital: `27. Februar`, `2. Sal`, `3. Pkt.`. */
export const ordinalNouns = words(`
  januar februar marts april maj juni juli august september oktober november december
  jan feb febr mar apr jun jul aug sep sept okt nov dec
  kvartal halvår sal etage th tv mf pkt punktum led stykke rate del klasse klassecenter behandling instans verdenskrig
  viceborgmester juledag påskedag pinsedag søndag række division udgave
`)

/** `nr. 5. Du`: after these a number is no ordinal. Without the abbreviation's full stop. */
export const numberLabels = words(`
  nr stk kl pkt s side team uge afsnit kapitel kap bilag § §§ art artikel litra lokale gruppe trin fase punkt afs afd
  opgang spørgsmål
`)

/** `Stk. 2. Kommunen skal …`, `Bilag 2. Oversigt`: at the start of a sentence label and number are its heading. */
export const leadingLabels = words('stk nr pkt punkt § §§ kapitel kap trin fase bilag artikel art afsnit ad spørgsmål')

/** `Vilkår nr. 3. Støj må ikke …`: what a numbered heading may be of. */
export const headingNouns = words('vilkår bilag punkt spørgsmål krav påbud forslag trin fase emne')

/** `bygning B. Kommunen`: after these a single letter is a name of its own, not an initial. */
export const letterLabels = words(`
  litra bygning plan afdeling afd bilag lokale opgang blok punkt pkt gruppe type kategori klasse model team hepatitis
  vitamin nr zone område fløj etage niveau trin indgang dør port hal hold spor linje skema tabel figur version felt rum
  odense københavn kbh aarhus århus esbjerg randers aalborg ålborg frederiksberg kolding vejle horsens viborg
`)

/** `12 gange`: what may follow an amount without starting a new sentence. */
export const countedAfterAmount = words('gange gang kr kroner pct procent måneder md mdr dage uger år timer stk og')
