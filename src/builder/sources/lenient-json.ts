/** A value that was read from a text which is not quite JSON. */
export interface LenientValue {
  readonly value: unknown;
  /** What was not JSON, each once with its first place: `a comma too many in line 3`. */
  readonly faults: readonly string[];
  /** The position behind the value. */
  readonly end: number;
}

/** A text can't be read as JSON, not even leniently. The message says what is wrong, and in which line. */
export class LenientSyntaxError extends SyntaxError {}

/**
 * Reads a value as templates write JSON by hand, and as scripts write data: with commas too many or too few, line breaks,
 * tabs and quotation marks in strings, backslashes that escape nothing, comments, names without quotation marks, and strings in single
 * ones. Nothing is evaluated. Unlike a repair of JSON it tells each fault with its line, finds where the value ends
 * inside a script, and refuses a text that breaks off.
 *
 * @param start the position of the value's first character
 * @throws LenientSyntaxError if the text breaks off, is nested too deep, or is something else
 */
export function readLenientJson(text: string, start = 0): LenientValue {
  const reader = new Reader(text, start);
  const value = reader.value(0);
  return { value, faults: reader.faults, end: reader.at };
}

/** Levels of lists and objects in each other; data of a site has ten. */
const DEEPEST = 400;

const ESCAPES = new Map(
  Object.entries({ n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '"': '"', "'": "'", '\\': '\\', '/': '/' }),
);
const WORDS = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', null],
  ['NaN', null],
]);

/** What follows a string: a sign of JSON, the next string on a line of its own, or the end. */
const END_OF_STRING = /\s*(?:[,:}\])]|$)|\s*\n|\s+"|\s*\/[/*]/y;

class Reader {
  at: number;
  readonly #text: string;
  readonly #faults = new Map<string, number>();

  constructor(text: string, start: number) {
    this.#text = text;
    this.at = start;
  }

  get faults(): string[] {
    return [...this.#faults].map(([what, at]) => `${what} in line ${this.#line(at)}`);
  }

  value(depth: number): unknown {
    this.#blank();
    const sign = this.#text[this.at];
    if (sign === undefined) throw this.#error('breaks off');
    if (sign === '{' || sign === '[') {
      if (depth >= DEEPEST) throw this.#error('is nested too deep');
      this.at++;
      return sign === '{' ? this.#object(depth + 1) : this.#list(depth + 1);
    }
    if (sign === '"') return this.#string('"');
    if (sign === "'" || sign === '`') {
      this.#fault('a string without double quotation marks');
      return this.#string(sign);
    }
    return this.#word();
  }

  #list(depth: number): unknown[] {
    const list: unknown[] = [];
    while (!this.#ends(']', list.length > 0)) list.push(this.value(depth));
    return list;
  }

  #object(depth: number): Record<string, unknown> {
    const members: [string, unknown][] = [];
    while (!this.#ends('}', members.length > 0)) {
      const name = this.#name();
      this.#blank();
      if (this.#text[this.at] !== ':') throw this.#error(`has no value for ${JSON.stringify(name)}`);
      this.at++;
      this.#blank();
      const isMissing = /[,}]/.test(this.#text[this.at] ?? '');
      if (isMissing) this.#fault('a missing value');
      members.push([name, isMissing ? null : this.value(depth)]);
    }
    // Unlike an assignment this takes `__proto__` for a name like any other.
    return Object.fromEntries(members);
  }

  /** Whether a list or an object ends here. Else it passes the comma, if one entry stands before. */
  #ends(close: string, hasEntries: boolean): boolean {
    this.#blank();
    let commas = 0;
    while (this.#text[this.at] === ',') {
      commas++;
      this.at++;
      this.#blank();
    }
    if (this.at >= this.#text.length) throw this.#error('breaks off');
    const ends = this.#text[this.at] === close;
    const expected = hasEntries && !ends ? 1 : 0;
    if (commas > expected) this.#fault('a comma too many');
    if (commas < expected) this.#fault('a missing comma');
    if (ends) this.at++;
    return ends;
  }

  #name(): string {
    const sign = this.#text[this.at];
    if (sign === '"' || sign === "'") return String(this.value(0));
    const name = this.#match(/[\p{L}\p{N}_$][\p{L}\p{N}_$-]*/uy);
    if (name === undefined) throw this.#error('has something other than a name');
    this.#fault('a name without quotation marks');
    return name;
  }

  #string(quote: string): string {
    let value = '';
    let from = ++this.at;
    for (; ; this.at++) {
      const sign = this.#text[this.at];
      if (sign === undefined) throw this.#error('breaks off in a string');
      if (sign === quote) {
        if (quote !== '"' || this.#endsString()) break;
        this.#fault('a quotation mark in a string');
      }
      if (sign === '\\') {
        value += this.#text.slice(from, this.at) + this.#escape();
        from = this.at + 1;
      } else if (sign < ' ') this.#fault(sign === '\t' ? 'a tab in a string' : 'a line break in a string');
    }
    return value + this.#text.slice(from, this.at++);
  }

  /** Whether the quotation mark here ends its string: what a string can't be followed by tells that it belongs to it. */
  #endsString(): boolean {
    END_OF_STRING.lastIndex = this.at + 1;
    return END_OF_STRING.test(this.#text);
  }

  /** The character that an escape stands for; `at` is at its last character then. */
  #escape(): string {
    const sign = this.#text[++this.at] ?? '';
    const code = /^u[\da-f]{4}|^x[\da-f]{2}/i.exec(this.#text.slice(this.at, this.at + 5))?.[0];
    if (code) {
      this.at += code.length - 1;
      return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    }
    const known = ESCAPES.get(sign);
    if (known !== undefined) return known;
    if (sign === '\n') return '';
    this.#fault('a backslash that escapes nothing');
    this.at--;
    return '\\';
  }

  #word(): unknown {
    const date = this.#match(/\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?: ?(?:Z|[+-]\d\d:?\d\d))?)?/y);
    if (date !== undefined) {
      this.#fault('a text without quotation marks');
      return date;
    }
    const number = this.#match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?(?![\w.])/iy);
    if (number !== undefined) return Number(number);
    const word = this.#match(/[a-z]+(?![\w.(])/iy);
    if (word === undefined || !WORDS.has(word)) throw this.#error('has something other than a value');
    return WORDS.get(word);
  }

  /** Passes white space and comments. */
  #blank(): void {
    this.#match(/[\s\uFEFF]*/y);
    while (this.#match(/\/\/.*|\/\*[^]*?\*\//y) !== undefined) {
      this.#fault('a comment');
      this.#match(/[\s\uFEFF]*/y);
    }
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  #fault(what: string): void {
    if (!this.#faults.has(what)) this.#faults.set(what, this.at);
  }

  #error(what: string): LenientSyntaxError {
    return new LenientSyntaxError(`${what} in line ${this.#line(this.at)}`);
  }

  #line(at: number): number {
    return this.#text.slice(0, at).split('\n').length;
  }
}
