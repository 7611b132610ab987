declare const version: string
export default version
