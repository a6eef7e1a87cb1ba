import { setTimeout as wait } from 'node:timers/promises';
import { toError } from '../../shared/error.js';
import { isRecord, type JsonRecord, own, parseJson, toText } from '../../shared/json.js';
import { BuildError, codeOf } from '../build-error.js';
import { CREDENTIALS } from './address.js';

/** How a search server is asked. */
export interface ClientOptions {
  /**
   * The variables of the environment, which alone hold user and password (`RELATED_ARTICLES_ENGINE_USER`,
   * `RELATED_ARTICLES_ENGINE_PASSWORD`) or an API key (`RELATED_ARTICLES_ENGINE_API_KEY`). Default: those of the process.
   */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Sends the requests in place of Node's `fetch`, to sign them for example. */
  readonly fetch?: (address: string, init: RequestInit) => Promise<Response>;
  /** How long one request may take, in milliseconds. Default 30,000. */
  readonly timeout?: number;
  /** Ends all requests. */
  readonly signal?: AbortSignal;
  /** Waits before a request is repeated. Default: a timer. */
  readonly pause?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** The answer of a search server that is no success. */
export class AnsweredError extends BuildError {
  readonly status: number;
  /** The server's name of the fault, such as `index_not_found_exception`; empty if it gives none. */
  readonly type: string;

  constructor(message: string, status: number, type: string) {
    super(message);
    this.status = status;
    this.type = type;
  }
}

/**
 * Asks a search server over HTTP with JSON. A request that the server is too busy for, or that finds it restarting, is
 * repeated after pauses that grow. All requests may be repeated: each gives the same however often it is sent.
 */
export class SearchClient {
  readonly #server: string;
  readonly #options: ClientOptions;
  readonly #authorization: string | undefined;
  /** Whether the server has answered before. One that never did is not waited for. */
  #isKnown = false;

  /** @param server its address without a slash at its end */
  constructor(server: string, options: ClientOptions = {}) {
    this.#server = server;
    this.#options = options;
    this.#authorization = authorization(options.env ?? process.env);
  }

  /**
   * Sends one request and gives the server's JSON.
   *
   * @param path from the server's root
   * @param body an object as JSON, or a list of objects as lines of JSON
   * @throws BuildError that says what is wrong and what to do
   * @throws the signal's reason once it is aborted
   */
  async ask(method: string, path: string, body?: object | readonly object[]): Promise<JsonRecord> {
    const lines = Array.isArray(body);
    const text = lines ? body.map((line) => `${JSON.stringify(line)}\n`).join('') : JSON.stringify(body);
    for (let attempt = 0; ; attempt++) {
      const answer = await this.#send(method, path, text, lines);
      if (answer instanceof Retry && attempt < PAUSES_MS.length) {
        await this.pause(answer.after ?? PAUSES_MS[attempt]!);
      } else if (answer instanceof Retry) throw answer.error;
      else return answer;
    }
  }

  /** Waits, unless the work is stopped meanwhile. */
  async pause(milliseconds: number): Promise<void> {
    const { signal, pause = timer } = this.#options;
    try {
      await pause(milliseconds, signal);
    } catch (cause) {
      signal?.throwIfAborted();
      throw cause;
    }
  }

  async #send(
    method: string,
    path: string,
    body: string | undefined,
    isLines: boolean,
  ): Promise<JsonRecord | Retry> {
    const { fetch: send = fetch, timeout = PATIENCE_MS, signal } = this.#options;
    const limit = AbortSignal.timeout(timeout);
    try {
      const response = await send(`${this.#server}${path}`, {
        method,
        // A password goes to the server that was named, and to no other.
        redirect: 'manual',
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
        headers: {
          accept: 'application/json',
          // To pack answers takes longer than to send them through a network of one's own.
          'accept-encoding': 'identity',
          'user-agent': 'related-articles',
          ...(body !== undefined && {
            'content-type': isLines ? 'application/x-ndjson' : 'application/json',
          }),
          ...(this.#authorization !== undefined && { authorization: this.#authorization }),
        },
        ...(body !== undefined && { body }),
      });
      const json = parseJson(await response.text());
      this.#isKnown ||= isRecord(json);
      if (response.ok && isRecord(json)) return json;
      const error = this.answered(response.status, json);
      if (!isBusy(error)) throw error;
      const seconds = Number(response.headers.get('retry-after') ?? NaN);
      return new Retry(error, seconds >= 0 ? Math.min(seconds * 1000, LONGEST_PAUSE_MS) : undefined);
    } catch (cause) {
      if (cause instanceof BuildError) throw cause;
      signal?.throwIfAborted();
      const error = new BuildError(`${this.#server} ${failure(cause, limit)}`, { cause });
      if (this.#isKnown && codeOf(reasonOf(cause)) !== 'ENOTFOUND') return new Retry(error);
      throw error;
    }
  }

  /** The error that an answer means, or one of several answers in a list. */
  answered(status: number, json: unknown): AnsweredError {
    const fault = own(json, 'error');
    const [type, reason] = [toText(own(fault, 'type')), toText(own(fault, 'reason'))];
    return new AnsweredError(`${this.#server} ${advice(status, type, reason)}`, status, type);
  }
}

/** Whether a request that had this answer may be sent again after a pause. */
export function isBusy({ status, type }: AnsweredError): boolean {
  return BUSY.has(status) && type !== BLOCKED;
}

/** A request that may be repeated, and the error if that does not help. */
class Retry {
  readonly error: BuildError;
  /** How long the server asks to wait, in milliseconds. */
  readonly after: number | undefined;

  constructor(error: BuildError, after?: number) {
    this.error = error;
    this.after = after;
  }
}

/** What an answer means and what to do, as a clause. */
function advice(status: number, type: string, reason: string): string {
  if (type === BLOCKED) return blocked(reason);
  if (status === 401) return `does not accept the user or key; set ${CREDENTIALS} in the environment`;
  if (status === 403)
    return `does not let this user do it; give the user the rights to read, write and manage the index${said(reason)}`;
  if (status >= 300 && status < 400) return 'leads to another address; name that one';
  if (status === 429 || status === 503) return 'is too busy or not ready; run it again later to go on';
  if (!type)
    return `answered ${status}, and not as a search server does; check the address, which ends in the name of the index`;
  return `answered ${status} (${type})${said(reason)}`;
}

/** What it means that an index takes no changes. */
function blocked(reason: string): string {
  return /disk|flood/i.test(reason)
    ? 'has no room left on its disk; make room there, unlock the index and run it again to go on'
    : `has made the index read-only; unlock it and run it again to go on${said(reason)}`;
}

function said(reason: string): string {
  const line = reason.replace(/\s+/g, ' ').trim();
  return line && `: ${line.slice(0, LONGEST_REASON)}`;
}

/** Why there was no answer and what to do, as a clause. */
function failure(cause: unknown, limit: AbortSignal): string {
  if (limit.aborted)
    return 'did not answer in time; run it again later to go on, or allow more with --timeout SECONDS';
  const reason = reasonOf(cause);
  const code = codeOf(reason);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'has an unknown host; check the address';
  if (code === 'ECONNREFUSED')
    return 'refuses the connection; check the address and that the search server runs';
  if (/CERT|SELF_SIGNED|SIGNATURE/.test(code))
    return `has a certificate that is not trusted (${code}); name its authority in NODE_EXTRA_CA_CERTS`;
  if (/SSL|TLS|EPROTO/.test(code))
    return `speaks no TLS (${code}); check whether the address begins with http:`;
  return `gave no answer (${code || toError(reason).message}); check that the search server runs, and run it again to go on`;
}

function reasonOf(cause: unknown): unknown {
  return cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
}

function authorization(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const [user, password, key] = ['USER', 'PASSWORD', 'API_KEY'].map(
    (name) => env[`RELATED_ARTICLES_ENGINE_${name}`],
  );
  if (key) return `ApiKey ${key}`;
  return user ? `Basic ${Buffer.from(`${user}:${password ?? ''}`).toString('base64')}` : undefined;
}

async function timer(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal });
}

/** The name of the fault that an index takes no changes. */
const BLOCKED = 'cluster_block_exception';
/** A server that is too busy, and a proxy before one that restarts. */
const BUSY = new Set([429, 502, 503, 504]);
/** The pauses before a request is sent again: a minute in all. */
export const PAUSES_MS = [500, 1000, 2000, 4000, 8000, 16_000, 30_000];
const LONGEST_PAUSE_MS = 60_000;
const PATIENCE_MS = 30_000;
const LONGEST_REASON = 200;
