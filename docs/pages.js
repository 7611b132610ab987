/** The pages of documentation that follow from the rules and the settings' schema: path in `docs/`, and text. */
import { readFile } from 'node:fs/promises'
import { ruleIndex, rulePage } from '../dist/report/rule-page.js'
import { loadGuidelines } from '../dist/rules/load-guidelines.js'
import { allRules } from '../dist/rules/load-rules.js'

/** @param {string} name */
const fileOf = (name) => new URL(name, import.meta.url)

/** @returns {Promise<Map<string, string>>} */
export async function makePages() {
  const pages = new Map()
  for (const locale of /** @type {const} */ (['da', 'en'])) {
    const rules = inLanguage(locale)
    for (const rule of rules) pages.set(`rules/${locale}/${rule.id}.md`, rulePage(rule, locale))
    pages.set(`rules/${locale}/README.md`, ruleIndex(rules, locale))
  }
  pages.set('guidelines.md', guidelinePage(await loadGuidelines()))
  const config = await readFile(fileOf('config.md'), 'utf8')
  const schema = JSON.parse(await readFile(fileOf('../dist/klarbrev.schema.json'), 'utf8'))
  pages.set('config.md', config.replace(/(<!-- keys -->\n).*?(<!-- \/keys -->)/su, `$1\n${keyTable(schema)}\n\n$2`))
  return pages
}

/** Every rule once, in the language where there is one. @param {'da' | 'en'} locale */
function inLanguage(locale) {
  const all = allRules()
  const own = new Set(all.filter(({ language }) => language === locale).map(({ id }) => id))
  return all.filter(({ id, language }) => language === locale || !own.has(id))
}

/** Every sentence of each guideline with the rules that hold it. @param {readonly any[]} guidelines */
function guidelinePage(guidelines) {
  /** @param {string} text */
  const cell = (text) => text.replace(/\s+/gu, ' ').replaceAll('|', '\\|').trim()
  const columns = {
    da: '| Sætning | Regler, eller hvorfor intet brev kan vise det |',
    en: '| Sentence | Rules, or why no letter can show it |',
  }
  const parts = guidelines.map(({ title, publisher, language, sentences }) => {
    /** @param {string} id */
    const link = (id) => `[${id}](rules/${language}/${id}.md)`
    return [
      `## ${title[language]}`,
      '',
      publisher,
      '',
      columns[/** @type {'da' | 'en'} */ (language)],
      '| --- | --- |',
      ...sentences.map((/** @type {any} */ { section, text, rules, because }) => {
        const said = section === undefined ? text : `${section}: ${text}`
        return `| ${cell(said)} | ${rules ? rules.map(link).join(' ') : cell(because?.[language] ?? '')} |`
      }),
    ].join('\n')
  })
  return `# Retningslinjerne og reglerne\n\n${parts.join('\n\n')}\n`
}

/** @param {any} schema @param {string} above */
function keyTable(schema, above = '') {
  const rows = keyRows(schema, above).map((cells) => `| ${cells.join(' | ')} |`)
  return ['| key | value | means |', '| --- | --- | --- |', ...rows].join('\n')
}

/** @param {any} schema @param {string} above @returns {string[][]} */
function keyRows(schema, above) {
  return Object.entries(schema.properties ?? {}).flatMap(([name, value]) => {
    const isRules = name === 'rules'
    const inner = isRules ? [] : keyRows(value.type === 'array' ? (value.items ?? {}) : value, `${above}${name}.`)
    return [[`\`${above}${name}\``, typeOf(value), value.description ?? ''], ...inner]
  })
}

/** @param {any} value @returns {string} */
function typeOf(value) {
  if (value.anyOf) return value.anyOf.map(typeOf).join(', or ')
  if (value.enum) return value.enum.map((/** @type {string} */ one) => `\`${one}\``).join(' ')
  if (value.type === 'array') return `list of ${value.items.type === 'object' ? 'maps' : typeOf(value.items)}`
  return { object: 'map', string: 'text', integer: 'whole number' }[/** @type {string} */ (value.type)] ?? value.type
}
