declare const pack: import('./pack.ts').Pack
export default pack
