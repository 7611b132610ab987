/** A replacement as it must stand: with a capital where the words it is for begin with one. */
export function likeFound(use: string, found: string): string {
  return /^\p{Lu}/u.test(found) ? use.charAt(0).toUpperCase() + use.slice(1) : use
}
