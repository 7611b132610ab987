declare const guidelines: readonly import('./rules/guideline.ts').Guideline[]
export default guidelines
