declare const readPack: () => import('./pack.ts').Pack
export default readPack
