import { bold, br, type DocxSpec, field, p, pp, r, run, style, table, textBox, wordPart } from './docx-builder.ts'

export const danishStyles = [
  style('Normal', 'Normal', '', 'w:type="paragraph" w:default="1"'),
  style('Overskrift1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
  style('Overskrift2', 'Heading 2'),
  style('Brev', 'Brevoverskrift', '<w:basedOn w:val="Overskrift2"/>'),
  style('Titel', 'Title'),
  style('Undertitel', 'Subtitle'),
  style('Krop', 'Brødtekst i overskrift', '<w:basedOn w:val="Overskrift1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
  style('Listeafsnit', 'List Paragraph'),
  style('Citat', 'Quote'),
  style('Strktcitat', 'Intense Quote', '<w:rPr><w:b/></w:rPr>'),
  style('StrktCitatOdt', 'Stærkt citat'),
  style('Citater', 'Quotations'),
  style('Borgerensord', 'Borgerens egne ord', '<w:basedOn w:val="Citat"/>'),
  style('Citatkilde', 'Citatkilde'),
  style('CitatTegn', 'Citat', '', 'w:type="character"'),
  style('Opstilling', 'List Bullet'),
  style('Opstilling2', 'List Bullet 2'),
  style('Talliste', 'Egen talliste', '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr>'),
  style('Skjult', 'Vejledning', '<w:rPr><w:vanish/></w:rPr>'),
  style('Fed', 'Fed linje', '<w:rPr><w:b/></w:rPr>'),
  style('Sidehoved', 'header'),
  style('Pladsholdertekst', 'Placeholder Text', '', 'w:type="character"'),
  style('Kraftig', 'Strong', '<w:rPr><w:b/></w:rPr>', 'w:type="character"'),
  style('SkjultTegn', 'Intern note', '<w:rPr><w:vanish/></w:rPr>', 'w:type="character"'),
  style('Link', 'Hyperlink', '<w:rPr><w:u w:val="single"/></w:rPr>', 'w:type="character"'),
  style('a', 'Ring', '<w:basedOn w:val="b"/>'),
  style('b', 'Ring 2', '<w:basedOn w:val="a"/>'),
].join('')
const ins = (content: string, author = 'Ida') => `<w:ins w:id="1" w:author="${author}">${content}</w:ins>`
const del = (text: string, author = 'Ida') =>
  `<w:del w:id="2" w:author="${author}">${run(`<w:delText>${text}</w:delText>`)}</w:del>`
const numbered = (level: number, id = 3) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`
const sdt = (properties: string, content: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
const prose = 'Vi har lagt vægt på dine oplysninger.'

/** A Word file with an oddity and what is read of it. */
export interface Oddity {
  readonly spec: DocxSpec | string
  readonly text?: string
  readonly comments?: readonly string[]
  readonly blocks?: readonly string[]
  readonly marks?: readonly string[]
  readonly notes?: readonly string[]
}

/** Oddities of real Word files, by what is odd. */
export const oddities: Record<string, Oddity> = {
  // Text
  'runs split inside words are one text': {
    spec: p(
      r('Kla'),
      '<w:proofErr w:type="spellStart"/>',
      r('gevej'),
      '<w:bookmarkStart w:id="0" w:name="x"/>',
      r('ledning'),
    ),
    text: 'Klagevejledning',
  },
  'entities count as one character': {
    spec: p(r('Børn &amp; Unge &lt;5 &#229;r&#x2011;x &quot;A&apos;B&quot; &gt;')),
    text: 'Børn & Unge <5 år\u2011x "A\'B" >',
  },
  'characters beyond the basic plane': { spec: p(r('Hej 😀 og &#x1F600; slut')), text: 'Hej 😀 og 😀 slut' },
  'CDATA is text': { spec: p(r('A <![CDATA[<b> & ]]]>C')), text: 'A <b> & ]C' },
  'comments and instructions inside text are none': {
    spec: p(r('Du<!-- x > y --> kan<?x y?> klage')),
    text: 'Du kan klage',
  },
  'text without xml:space is trimmed': {
    spec: p(run('<w:t>  Du </w:t>'), run('<w:t>\n kan&#32;</w:t>'), r(' nu')),
    text: 'Dukan nu',
  },
  'xml:space may stand further out': {
    spec: p('<w:r xml:space="preserve"><w:t>Du </w:t></w:r>', run('<w:t xml:space="default">kan </w:t>'), r('nu')),
    text: 'Du kannu',
  },
  'line ends in the XML are spaces': { spec: p(r('Du\r\nkan\nklage\rnu\tstraks')), text: 'Du kan klage nu straks' },
  'empty and blank paragraphs leave no trace': {
    spec: `${p() + p(r('A ')) + p(r('  '))}<w:p/>${p(r(' B'))}`,
    text: 'A\n\nB',
  },
  'tabs are spaces': { spec: p(r('Dato:'), run('<w:tab/><w:ptab/>'), r('3. marts')), text: 'Dato:  3. marts' },
  'tab stops are no tabs': { spec: pp('<w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs>', r('A')), text: 'A' },
  'breaks of every kind': {
    spec: p(
      r('A'),
      run('<w:br/>'),
      r('B'),
      run('<w:br w:type="page"/>'),
      r('C'),
      run('<w:cr/>'),
      r('D'),
      run('<w:br w:type="column"/>'),
      r('E'),
    ),
    text: 'A\nB\nC\nD\nE',
  },
  'breaks at the ends of a paragraph are dropped': { spec: p(br, r('A'), br, br), blocks: ['paragraph: A'] },
  'hyphens and signs': {
    spec: p(
      r('e'),
      run('<w:noBreakHyphen/>'),
      r('Boks'),
      run('<w:softHyphen/>'),
      r('en'),
      run('<w:sym w:font="Wingdings" w:char="F0E0"/>'),
    ),
    text: 'e\u2011Boksen\uFFFC',
  },
  'soft hyphens in the text are dropped': { spec: p(r('klage\u00ADvej\u00ADledning')), text: 'klagevejledning' },
  'letters written in two parts are joined': {
    spec: p(r('A\u030Arhus'), r('bla'), r('\u030A, ja')),
    text: 'Århusblå, ja',
  },
  'fixed spaces stay': { spec: p(r('§\u00A024')), text: '§\u00A024' },
  'math is text': { spec: p('<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>', r(' kr.')), text: 'x=2 kr.' },
  'transparent wrappers': {
    spec:
      '<w:customXml w:element="x">' +
      p(
        '<w:hyperlink r:id="x">',
        r('borger'),
        '</w:hyperlink>',
        '<w:smartTag w:element="place">',
        r('.dk'),
        '</w:smartTag>',
      ) +
      '</w:customXml>' +
      p('<w:customXml>', r('A'), '</w:customXml><w:dir w:val="rtl">', r('B'), '</w:dir><w:bdo>', r('C'), '</w:bdo>'),
    text: 'borger.dk\n\nABC',
  },
  'the reading aid above a word is left out': {
    spec: p(run(`<w:ruby><w:rubyPr/><w:rt>${r('aid')}</w:rt><w:rubyBase>${r('ord')}</w:rubyBase></w:ruby>`)),
    text: 'ord',
  },
  'another prefix and a default namespace': {
    spec: {
      body:
        '<?xml version="1.0"?><document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
        'xmlns:q="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><pPr><pStyle q:val="Titel"/></pPr>' +
        '<r><t>A</t></r></p><x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:r><x:t>B</x:t></x:r></x:p>' +
        '<w:p xmlns:w="urn:else"><w:r><w:t>C</w:t></w:r></w:p></body></document>',
      styles: danishStyles,
    },
    blocks: ['heading1: A', 'paragraph: B'],
  },
  'a strict file': {
    spec: { body: pp('<w:pStyle w:val="Overskrift1"/>', r('A')), styles: danishStyles, strict: true },
    blocks: ['heading1: A'],
  },
  'a main part of another name': { spec: { body: p(r('A')), main: 'ord/brev2.xml' }, text: 'A' },
  'a main part in the root': { spec: { body: p(r('A')), main: 'brev.xml' }, text: 'A' },

  // Blocks
  'headings by the name of the style': {
    spec: {
      body: ['Overskrift1', 'Overskrift2', 'Brev', 'Titel', 'Undertitel', 'Krop', 'Normal', 'Ukendt', 'a']
        .map((id) => pp(`<w:pStyle w:val="${id}"/>`, r(id)))
        .join(''),
      styles: danishStyles,
    },
    blocks: [
      'heading1: Overskrift1',
      'heading2: Overskrift2',
      'heading2: Brev',
      'heading1: Titel',
      'heading2: Undertitel',
    ].concat(['paragraph: Krop', 'paragraph: Normal', 'paragraph: Ukendt', 'paragraph: a']),
  },
  'quotations by the name of the style; what is bold in them is no heading': {
    spec: {
      body: ['Citat', 'Strktcitat', 'StrktCitatOdt', 'Citater', 'Borgerensord', 'Citatkilde']
        .map((id) => pp(`<w:pStyle w:val="${id}"/>`, r(`Ord fra ${id}`)))
        .concat(table([pp('<w:pStyle w:val="Citat"/>', r('A'))]), pp('<w:pStyle w:val="Citat"/>', r('B', bold)))
        .concat(
          pp('<w:pStyle w:val="Citat"/><w:outlineLvl w:val="1"/>', r('C')),
          p(r('D', '<w:rStyle w:val="CitatTegn"/>')),
        )
        .join(''),
      styles: danishStyles,
    },
    blocks: ['Citat', 'Strktcitat', 'StrktCitatOdt', 'Citater', 'Borgerensord']
      .map((id) => `> paragraph: Ord fra ${id}`)
      .concat('paragraph: Ord fra Citatkilde', '> cell 1.1.1: A', '> paragraph: B', '> heading2: C', 'paragraph: D'),
  },
  'headings by outline level': {
    spec:
      pp('<w:outlineLvl w:val="2"/>', r('A')) +
      pp('<w:outlineLvl w:val="8"/>', r('B')) +
      pp('<w:outlineLvl w:val="9"/>', r('C')),
    blocks: ['heading3: A', 'heading6: B', 'paragraph: C'],
  },
  'list items': {
    spec: {
      body:
        pp(`<w:pStyle w:val="Listeafsnit"/>${numbered(0)}`, r('A')) +
        pp(numbered(2), r('B')) +
        ['Opstilling', 'Opstilling2', 'Talliste', 'Listeafsnit']
          .map((id) => pp(`<w:pStyle w:val="${id}"/>`, r(id)))
          .join('') +
        pp(`<w:pStyle w:val="Talliste"/>${numbered(0, 0)}`, r('C')),
      styles: danishStyles,
    },
    blocks: [
      'item1: A',
      'item3: B',
      'item1: Opstilling',
      'item2: Opstilling2',
      'item2: Talliste',
      'paragraph: Listeafsnit',
      'paragraph: C',
    ],
  },
  'tables, one in another, and cells over columns': {
    spec:
      p(r('Før')) +
      table(
        [p(r('A')), `<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p(r('B'))}`, p(r('C'))],
        [p(r('D')) + table([p(r('E'))]) + p(r('F')), p(r('G')) + p(r('H'))],
      ) +
      table([p(r('I'))]) +
      p(r('Efter')),
    blocks: [
      'paragraph: Før',
      'cell 1.1.1: A',
      'cell 1.1.2: B',
      'cell 1.1.4: C',
      'cell 1.2.1: D',
      'cell 2.1.1: E',
    ].concat(['cell 1.2.1: F', 'cell 1.2.2: G', 'cell 1.2.2: H', 'cell 3.1.1: I', 'paragraph: Efter']),
  },
  'bold in a table is no heading, a heading style is': {
    spec: {
      body: table([p(r('Beløb', bold)), pp('<w:pStyle w:val="Overskrift2"/>', r('Klage'))]),
      styles: danishStyles,
    },
    blocks: ['cell 1.1.1: Beløb', 'heading2: Klage'],
  },
  'a text box once, after its paragraph': {
    spec: p(r('Du '), textBox(p(r('Boks')) + p(r('To'), textBox(p(r('Indre'))))), r('kan klage')) + p(r('Efter')),
    blocks: [
      'paragraph: Du kan klage',
      'paragraph textbox: Boks',
      'paragraph textbox: To',
      'paragraph textbox: Indre',
      'paragraph: Efter',
    ],
  },
  'an old text box, in a cell': {
    spec: table([
      p(run(`<w:pict><v:textbox><w:txbxContent>${p(r('Boks'))}</w:txbxContent></v:textbox></w:pict>`), r('Celle')),
    ]),
    blocks: ['cell 1.1.1: Celle', 'paragraph textbox: Boks'],
  },
  'only the first of the alternatives': {
    spec: p(
      '<mc:AlternateContent><mc:Choice Requires="a">',
      r('A'),
      '</mc:Choice><mc:Choice Requires="b">',
      r('B'),
      '</mc:Choice><mc:Fallback>',
      r('C'),
      '</mc:Fallback></mc:AlternateContent><mc:AlternateContent><mc:Fallback>',
      r('D'),
      '</mc:Fallback></mc:AlternateContent>',
    ),
    text: 'AD',
  },
  'headers first, notes after the body, footers last': {
    spec: {
      body:
        p(
          r('Brev'),
          run('<w:footnoteReference w:id="3"/>'),
          run('<w:endnoteReference w:id="1"/>'),
          run('<w:footnoteReference w:id="2"/>'),
        ) +
        table([p(r('X'))]) +
        '<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:headerReference w:type="default" r:id="header"/>' +
        '<w:headerReference w:type="first" r:id="more0"/><w:headerReference w:type="even" r:id="header"/></w:sectPr>',
      header: p(r('Hoved')) + table([p(r('Y'))]),
      footer: p(r('Fod')),
      footnotes:
        `<w:footnote w:type="separator" w:id="-1">${p(r('---'))}</w:footnote><w:footnote w:id="2">${p(r('Note 2'))}</w:footnote>` +
        `<w:footnote w:id="3">${p(run('<w:footnoteRef/>'), r('Note 3'))}</w:footnote><w:footnote w:id="4">${p(r('Uden'))}</w:footnote>`,
      endnotes: `<w:endnote w:id="1">${p(r('Slutnote'))}</w:endnote>`,
      links: [
        ['header', '/word/first.xml'],
        ['header', 'http://example.com/x', true],
      ],
      files: { 'word/first.xml': wordPart('hdr', p(r('Første'))) },
    },
    blocks: [
      'paragraph header: Første',
      'paragraph header: Hoved',
      'cell header 1.1.1: Y',
      'paragraph: Brev',
      'cell 2.1.1: X',
    ].concat([
      'paragraph footnote: Note 3',
      'paragraph footnote: Note 2',
      'paragraph endnote: Slutnote',
      'paragraph footer: Fod',
    ]),
    notes: ['external'],
  },
  'the header of an inner section': {
    spec: {
      body: pp('<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>', r('A')),
      header: p(r('Furesø Kommune', bold)),
    },
    blocks: ['paragraph header: Furesø Kommune', 'paragraph: A'],
  },

  // Headings by look
  'a bold line over prose': {
    spec: p(r('Klagevej', bold), r('ledning ', bold), br, r('Du kan klage.'), br, r('Skriv til os.')),
    blocks: ['heading2: Klagevejledning', 'paragraph: Du kan klage.\nSkriv til os.'],
  },
  'a bold line between and at the end': {
    spec: p(r('Du kan klage.'), br, r('Regler', bold), br, r('Loven.'), br, r('Kontakt', bold)),
    blocks: ['paragraph: Du kan klage.', 'heading2: Regler', 'paragraph: Loven.', 'heading2: Kontakt'],
  },
  'a paragraph of one bold line': {
    spec: p(r('Afgørelse', bold)) + p(r(prose)),
    blocks: ['heading2: Afgørelse', `paragraph: ${prose}`],
  },
  'bold through styles': {
    spec: {
      body:
        pp('<w:pStyle w:val="Fed"/>', r('Begrundelse')) +
        p(r('Regler', '<w:rStyle w:val="Kraftig"/>')) +
        pp('<w:pStyle w:val="Fed"/>', r('Ikke fed', '<w:b w:val="0"/>')) +
        pp('<w:pStyle w:val="Fed"/>', r('Fed og fed er ikke fed', '<w:rStyle w:val="Kraftig"/>')),
      styles: danishStyles,
    },
    blocks: ['heading2: Begrundelse', 'heading2: Regler', 'paragraph: Ikke fed', 'paragraph: Fed og fed er ikke fed'],
  },
  'a bold label in a line of prose': {
    spec: p(r('Klagefrist:', bold), r(' 4 uger')),
    blocks: ['paragraph: Klagefrist: 4 uger'],
  },
  'bold sentences and salutations': {
    spec: p(r('Du får ikke hjælp.', bold)) + p(r('Kære Anna,', bold)),
    blocks: ['paragraph: Du får ikke hjælp.', 'paragraph: Kære Anna,'],
  },
  'plain lines are never headings by look alone': {
    spec: p(r('Afgørelse')) + p(r('Klage'), br, r('Du kan klage.')),
    blocks: ['paragraph: Afgørelse', 'paragraph: Klage\nDu kan klage.'],
  },
  'underlined or in capitals over prose': {
    spec:
      p(r('Begrundelse', '<w:u w:val="single"/>'), br, r(prose)) +
      p(r('KLAGE'), br, r(prose)) +
      p(r('Regler', '<w:caps/>'), br, r(prose)) +
      p(r('Ikke', '<w:u w:val="none"/>'), br, r(prose)),
    blocks: ['heading2: Begrundelse', `paragraph: ${prose}`, 'heading2: KLAGE', `paragraph: ${prose}`].concat([
      'heading2: Regler',
      `paragraph: ${prose}`,
      `paragraph: Ikke\n${prose}`,
    ]),
  },
  'the lines of an address and links are no headings': {
    spec: {
      body:
        p(r('ANNA HANSEN'), br, r('Bygaden 1'), br, r('3460 BIRKERØD'), br, r('Danmark')) +
        p('<w:hyperlink>', r('Borger.dk', '<w:u w:val="single"/>'), '</w:hyperlink>', br, r(prose)) +
        p(r('Klageportalen', '<w:rStyle w:val="Link"/>'), br, r(prose)),
      styles: danishStyles,
    },
    blocks: [
      'paragraph: ANNA HANSEN\nBygaden 1\n3460 BIRKERØD\nDanmark',
      `paragraph: Borger.dk\n${prose}`,
      `paragraph: Klageportalen\n${prose}`,
    ],
  },
  'a blank line inside a paragraph begins a new block': {
    spec: p(r('Du kan klage.'), br, br, r('Skriv til os.')),
    blocks: ['paragraph: Du kan klage.', 'paragraph: Skriv til os.'],
  },

  // Changes, hidden text, fields, controls, comments
  'inserted text is kept, deleted is not': {
    spec: p(r('Du '), del('må'), del('kan'), ins(r('skal ') + del('x')), r('klage'), del('.', 'Bo')),
    text: 'Du skal klage',
    marks: ['deleted (Ida): ', 'inserted (Ida): skal ', 'deleted (Ida): ', 'deleted (Bo): '],
    notes: ['tracked-changes'],
  },
  'moved text stands where it went': {
    spec: p(
      '<w:moveFrom w:author="Ida">',
      r('A'),
      '</w:moveFrom>',
      r('B'),
      '<w:moveTo w:author="Ida">',
      r('A'),
      '</w:moveTo>',
    ),
    text: 'BA',
    marks: ['deleted (Ida): ', 'inserted (Ida): A'],
    notes: ['tracked-changes'],
  },
  'a paragraph whose end is deleted joins the next': {
    spec:
      pp(`<w:rPr>${'<w:del w:author="Ida"/>'}</w:rPr>`, r('Du kan ')) +
      pp('<w:pStyle w:val="x"/><w:rPr><w:del w:author="Ida"/></w:rPr>', del('ikke ')) +
      p(r('klage')),
    text: 'Du kan klage',
    marks: ['deleted (Ida): ', 'deleted (Ida): '],
  },
  'the join stops at the end of a cell': {
    spec: table([pp('<w:rPr><w:del/></w:rPr>', r('A')), p(r('B'))]) + pp('<w:rPr><w:del/></w:rPr>', r('C')),
    blocks: ['cell 1.1.1: A', 'cell 1.1.2: B', 'paragraph: C'],
  },
  'a deleted row': {
    spec: `<w:tbl><w:tr><w:trPr><w:del w:author="Ida"/></w:trPr><w:tc>${p(r('A'))}</w:tc></w:tr><w:tr><w:tc>${p(r('B'))}</w:tc></w:tr></w:tbl>`,
    blocks: ['cell 1.2.1: B'],
    marks: ['deleted (Ida): '],
  },
  'older formatting counts for nothing': {
    spec: pp(
      '<w:pPrChange w:author="x"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>',
      r('Afgørelse', '<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>'),
    ),
    blocks: ['paragraph: Afgørelse'],
    notes: ['tracked-changes'],
  },
  'hidden text': {
    spec: {
      body:
        p(
          r('A'),
          r('skjult', '<w:vanish/>'),
          r('mere', '<w:vanish/>'),
          r('B'),
          r('C', '<w:vanish w:val="0"/>'),
          r(' ', '<w:vanish/>'),
        ) +
        pp('<w:pStyle w:val="Skjult"/>', r('Husk vejledning')) +
        p(r('D'), r('x', '<w:rStyle w:val="SkjultTegn"/>')),
      styles: danishStyles,
    },
    text: 'ABC\n\nD',
    marks: ['hidden: ', 'hidden: ', 'hidden: '],
    notes: ['hidden-text'],
  },
  'fields show their result': {
    spec: p(
      r('Kære '),
      field(' MERGEFIELD  Navn ', r('«Navn»')),
      r(', '),
      field('DATE \\@ "d. MMMM yyyy"', r('3. marts')),
      field('XE "x"'),
    ),
    text: 'Kære «Navn», 3. marts',
    marks: [
      'field (MERGEFIELD Navn): «Navn»',
      'field (DATE \\@ "d. MMMM yyyy"): 3. marts',
      'auto-date (DATE \\@ "d. MMMM yyyy"): 3. marts',
      'field (XE "x"): ',
    ],
  },
  'simple fields': {
    spec: p(
      '<w:fldSimple w:instr=" TIME ">',
      r('12.00'),
      '</w:fldSimple><w:fldSimple w:instr="DATE" w:fldLock="true">',
      r(' nu'),
      '</w:fldSimple>',
    ),
    text: '12.00 nu',
    marks: ['field (TIME): 12.00', 'auto-date (TIME): 12.00', 'field (DATE):  nu'],
  },
  'fields in fields, over paragraphs': {
    spec: p(
      field(
        `IF </w:instrText></w:r>${field('DATE', r('i dag'))}<w:r><w:instrText> = 1`,
        `${r('Ja')}</w:p><w:p>${field('PAGE', r('2'))}`,
      ),
    ),
    text: 'Ja\n\n2',
    marks: ['field (IF {DATE} = 1): Ja\n\n2', 'auto-date (IF {DATE} = 1): Ja\n\n2', 'field (PAGE): 2'],
  },
  'a field without an end loses no text': {
    spec:
      p(r('A '), run('<w:fldChar w:fldCharType="begin"/>'), run('<w:instrText>DATE</w:instrText>'), r('B')) + p(r('C')),
    text: 'A B\n\nC',
  },
  'a locked date does not change': {
    spec: p(field('DATE', r('3. marts'), ' w:fldLock="1"'), field('CREATEDATE', r('2'))),
    marks: ['field (DATE): 3. marts', 'field (CREATEDATE): 2'],
  },
  'content controls': {
    spec: {
      body:
        p(
          sdt(
            '<w:alias w:val="Navn"/><w:tag w:val="navn"/><w:showingPlcHdr/>',
            r('Klik her', '<w:rStyle w:val="Pladsholdertekst"/>'),
          ),
          r(' '),
          sdt('<w:tag w:val="by"/>', r('Farum')),
        ) +
        sdt('<w:showingPlcHdr/>', p(r('Et')) + p(r('To'))) +
        p(
          r('Vælg', '<w:rStyle w:val="Pladsholdertekst"/>'),
          r(' her', '<w:rStyle w:val="Pladsholdertekst"/>'),
          r(' nu'),
        ) +
        sdt('<w:tag w:val="celle"/>', table([sdt('', p(r('Celle')))])),
      styles: danishStyles,
    },
    blocks: [
      'paragraph: Klik her Farum',
      'paragraph: Et',
      'paragraph: To',
      'paragraph: Vælg her nu',
      'cell 1.1.1: Celle',
    ],
    marks: ['placeholder (Navn): Klik her', 'placeholder: Et\n\nTo', 'placeholder: Vælg her'],
  },
  'highlight over split runs and breaks': {
    spec: p(
      r('A '),
      r('gul', '<w:highlight w:val="yellow"/>'),
      r(' tekst', '<w:highlight w:val="green"/>'),
      r(' B'),
      r('C', '<w:highlight w:val="none"/>'),
    ),
    marks: ['highlight: gul tekst'],
  },
  'advice to the writer, by style or in red italics': {
    spec: {
      body:
        pp('<w:pStyle w:val="Vejltekst"/>', r('Slet det, der ikke passer')) +
        p(r('Husk', '<w:i/><w:color w:val="FF0000"/>'), r(' bilag', '<w:color w:val="C00000"/><w:i/>')) +
        p(r('Rød', '<w:color w:val="FF0000"/>'), r('Grøn', '<w:i/><w:color w:val="00B050"/>'), r('Skrå', '<w:i/>')),
      styles: style('Vejltekst', 'Vejltekst') + danishStyles,
    },
    marks: ['guidance: Slet det, der ikke passer', 'guidance: Husk bilag'],
  },
  'what comments say': {
    spec: {
      body: p('<w:commentRangeStart w:id="1"/>', r('A'), '<w:commentRangeEnd w:id="1"/>'),
      comments: `<w:comment w:id="1" w:author="Ida">${p(run('<w:annotationRef/>'), r('Er det '), r('rigtigt?')) + p(r('B &amp; C'))}</w:comment>`,
    },
    comments: ['Er det rigtigt?\nB & C'],
  },
  'open comments': {
    spec: {
      body:
        p(
          '<w:commentRangeStart w:id="1"/>',
          r('A'),
          '<w:commentRangeEnd w:id="1"/>',
          run('<w:commentReference w:id="1"/>'),
          r('B'),
          run('<w:commentReference w:id="2"/>'),
        ) +
        '<w:commentRangeStart w:id="3"/>' +
        p('<w:commentRangeStart w:id="4"/>', r('C')) +
        p(r('D'), '<w:commentRangeEnd w:id="4"/>') +
        '<w:commentRangeEnd w:id="3"/>',
      comments: ['1', '2', '3', '4']
        .map(
          (id) =>
            `<w:comment w:id="${id}" w:author="Ida"><w:p w14:paraId="0"/><w:p w14:paraId="P${id}">${r('?')}</w:p></w:comment>`,
        )
        .join(''),
      commentsExtended: '<w15:commentEx w15:paraId="P3" w15:done="1"/><w15:commentEx w15:paraId="P2" w15:done="0"/>',
    },
    text: 'AB\n\nC\n\nD',
    marks: ['comment (Ida): A', 'comment (Ida): ', 'comment (Ida): C\n\nD'],
    notes: ['comments'],
  },
  'text of another file inside': {
    spec: `${p(r('A'))}<w:altChunk r:id="x"/>${p(r('B'))}`,
    text: 'A\n\nB',
    notes: ['external'],
  },
  'macros, signature, template elsewhere': {
    spec: {
      body: p(r('A'), '<w:hyperlink r:id="more1">', r('B'), '</w:hyperlink>'),
      contentType: 'application/vnd.ms-word.document.macroEnabled.main+xml',
      links: [
        ['settings', 'settings.xml'],
        ['hyperlink', 'https://borger.dk', true],
      ],
      files: {
        'word/_rels/settings.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
          '<Relationship Id="r" Type="x/attachedTemplate" Target="file:///C:/brev.dotm" TargetMode="External"/></Relationships>',
      },
      packageLinks:
        '<Relationship Id="s" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/>',
    },
    text: 'AB',
    notes: ['macros', 'signed', 'external'],
  },
  'a hyperlink is nothing external': {
    spec: { body: p(r('A')), links: [['hyperlink', 'https://borger.dk', true]] },
    notes: [],
  },
}
