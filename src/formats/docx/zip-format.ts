/** Numbers of the ZIP format (APPNOTE 4.3 and 4.4) that reading and writing share. */
export const localHeaderSignature = 0x04034b50
/** The compression method that Word packs its parts with. */
export const deflated = 8
