/** Gives a piece of text a look on the terminal. */
type Stroke = (text: string) => string

/** The looks that reports use. Colours carry no meaning of their own: marks and words say the same. */
export interface Paint {
  readonly bold: Stroke
  readonly dim: Stroke
  readonly red: Stroke
  readonly yellow: Stroke
  readonly blue: Stroke
  readonly green: Stroke
}

const plain: Stroke = (text) => text

/** No looks at all. */
export const noPaint: Paint = { bold: plain, dim: plain, red: plain, yellow: plain, blue: plain, green: plain }
