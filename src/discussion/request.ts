import { isRecord, own, parseJson } from '../shared/json.js';

/** What a request is sent with. */
interface RequestOptions {
  readonly signal: AbortSignal;
  /** Is sent as JSON by POST; without it the request is a GET. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server answered with a status other than 2xx. */
class StatusError extends Error {
  readonly status: number;
  readonly text: string;

  constructor(url: string, status: number, text: string) {
    super(`${url} answered ${status}`);
    this.status = status;
    this.text = text;
  }
}

/** Whether an error is an answer with one of these statuses. */
export function isStatus(error: unknown, ...statuses: readonly number[]): boolean {
  return error instanceof StatusError && statuses.includes(error.status);
}

/** What a server's refusal says in its JSON under `code`; undefined for any other error. */
export function refusalCode(error: unknown): unknown {
  return error instanceof StatusError ? own(parseJson(error.text), 'code') : undefined;
}

/**
 * Requests JSON from a server, of at most 5 MB. It sends no cookies.
 *
 * @throws StatusError; an Error naming the address where there is no response, or one that is not JSON; the signal's
 *   reason once that is aborted
 * @example const { json } = await requestJson('https://comments.example/count', { signal, body: ['/news/a/'] });
 */
export async function requestJson(
  url: string,
  options: RequestOptions,
): Promise<{ readonly json: unknown; readonly headers: Headers }> {
  const { text, headers } = await requestText(url, options);
  const json = parseJson(text);
  if (json === undefined) throw new Error(`${url} did not answer with JSON; check the address`);
  return { json, headers };
}

/**
 * Requests a text from a server, of at most 5 million characters. It sends no cookies.
 *
 * @throws StatusError; an Error naming the address where there is no response, or one that is too long; the signal's reason once that is aborted
 */
export async function requestText(
  url: string,
  { signal, body, headers }: RequestOptions,
): Promise<{ readonly text: string; readonly headers: Headers }> {
  const sent: RequestInit =
    body === undefined
      ? { headers: { ...headers } }
      : {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'Content-Type': 'application/json', ...headers },
        };
  let response: Response;
  let text: string | undefined;
  try {
    response = await fetch(url, { credentials: 'omit', signal, ...sent });
    text = await textOf(response);
  } catch (cause) {
    signal.throwIfAborted();
    throw new Error(
      `no answer from ${url}; check the address, and that its server allows this page to ask (CORS)`,
      { cause },
    );
  }
  if (!response.ok) throw new StatusError(url, response.status, text ?? '');
  if (text === undefined) throw new Error(`${url} answered with more than 5 MB; check the address`);
  return { text, headers: response.headers };
}

/** In characters. */
const LONGEST_ANSWER = 5e6;

/** The text of an answer; undefined if it is too long, of which the rest is not received. */
async function textOf({ body }: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  let text = '';
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    text += decoder.decode(part.value, { stream: true });
    if (text.length > LONGEST_ANSWER) {
      void reader?.cancel();
      return undefined;
    }
  }
  return text + decoder.decode();
}

/**
 * The error that a server tells of in its response.
 *
 * @param message unchecked; it is cut after 200 characters
 * @example throw serverError('https://comments.example', own(json, 'message'))
 */
export function serverError(server: string, message: unknown): Error {
  const text = typeof message === 'string' ? message : (JSON.stringify(message) ?? 'nothing');
  return new Error(`${server} says: ${text.slice(0, 200)}`);
}

/** A key in a response as text: a text or a number; undefined for anything else. */
export function toKey(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/**
 * Counts in a list in the order of the keys.
 *
 * @throws Error where there is no list, or one of another length, since then no count is certain
 * @example countsInOrder(['/a', '/b'], [3, 1], server) // Map { '/a' => 3, '/b' => 1 }
 */
export function countsInOrder(keys: readonly string[], list: unknown, server: string): Map<string, unknown> {
  if (!Array.isArray(list) || list.length !== keys.length) {
    throw new Error(`${server} did not answer with the counts of ${keys.length} articles`);
  }
  return new Map(keys.map((key, at) => [key, list[at] as unknown]));
}

/**
 * Counts in a list of objects, each with a key and its count.
 *
 * @throws Error where there is no list
 * @example countsInList([{ url: '/a', count: 3 }], server) // Map { '/a' => 3 }
 */
export function countsInList(
  list: unknown,
  server: string,
  keyName = 'url',
  countName = 'count',
): Map<string, unknown> {
  if (!Array.isArray(list)) throw new Error(`${server} did not answer with a list of counts`);
  return new Map(
    list.flatMap((entry: unknown) => {
      const key = toKey(own(entry, keyName));
      return key === undefined ? [] : [[key, own(entry, countName)]];
    }),
  );
}

/**
 * Counts in an object whose members are named by key.
 *
 * @throws Error where there is no object
 * @example countsByKey({ '/a': 3 }, server) // Map { '/a' => 3 }
 */
export function countsByKey(counts: unknown, server: string): Map<string, unknown> {
  if (!isRecord(counts)) throw new Error(`${server} did not answer with counts`);
  return new Map(Object.entries(counts));
}
