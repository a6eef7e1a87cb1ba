/** Looks for titles in texts; both are numbers of words below `size`, -1 for a word that has none. */
export class MentionFinder {
  readonly #gap: number;
  readonly #weigh: (word: number) => number;
  /** At each word of the title that is looked for, its place there counted from 1. */
  readonly #places: Uint16Array;

  /**
   * @param gap how many words may stand between those of a title
   * @param weigh what a word of a title counts
   */
  constructor(size: number, gap: number, weigh: (word: number) => number) {
    this.#gap = gap;
    this.#weigh = weigh;
    this.#places = new Uint16Array(size);
  }

  /**
   * How closely the words of a title stand together somewhere in a text: the largest share of the title, by weight,
   * in a window as long as the title and the gap. 0 to 1; 0 for a title without words.
   */
  share(title: Int32Array, text: Int32Array): number {
    const words = [...new Set(title)].slice(0, MOST_WORDS);
    const weights = words.map(this.#weigh);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    words.forEach((word, at) => (this.#places[word] = at + 1));
    const most = this.#heaviest(text, weights, words.length + this.#gap);
    words.forEach((word) => (this.#places[word] = 0));
    return all > 0 ? Math.min(1, most / all) : 0;
  }

  #heaviest(text: Int32Array, weights: readonly number[], window: number): number {
    const times = new Uint16Array(weights.length + 1);
    let [inside, most] = [0, 0];
    for (let at = 0; at < text.length; at++) {
      const leaving = at < window ? 0 : (this.#places[text[at - window] ?? -1] ?? 0);
      if (leaving > 0 && --times[leaving]! === 0) inside -= weights[leaving - 1] ?? 0;
      const place = this.#places[text[at] ?? -1] ?? 0;
      if (place > 0 && times[place]!++ === 0) {
        inside += weights[place - 1] ?? 0;
        if (inside > most) most = inside;
      }
    }
    return most;
  }
}

/** Words of a title that are looked for; a longer one is no title. */
const MOST_WORDS = 64;
