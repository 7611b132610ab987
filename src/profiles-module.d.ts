declare const profiles: Readonly<Record<string, import('./rules/profile.ts').Profile>>
export default profiles
