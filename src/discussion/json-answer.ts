/** A server's answer that is JSON, and its headers. */
export interface JsonAnswer {
  readonly json: unknown;
  readonly headers: Headers;
}

/** A server answered with another status than 2xx. */
export class StatusError extends Error {
  readonly status: number;

  constructor(url: string, status: number) {
    super(`${url} answered ${status}`);
    this.status = status;
  }
}

/** How a server is asked. */
export interface Asking {
  readonly signal: AbortSignal;
  /** Is sent as JSON by POST, where there is one. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Asks a server for JSON, without cookies.
 *
 * @throws StatusError; Error naming the address where there is no answer, or one that is no JSON; the signal's reason
 *   once that is aborted
 */
export async function askForJson(url: string, asking: Asking): Promise<JsonAnswer> {
  const { text, headers } = await askForText(url, asking);
  try {
    return { json: JSON.parse(text) as unknown, headers };
  } catch (cause) {
    throw new Error(`${url} answered with what is no JSON; check the address`, { cause });
  }
}

/**
 * Asks a server for a text, without cookies.
 *
 * @throws StatusError; Error naming the address where there is no answer; the signal's reason once that is aborted
 */
export async function askForText(
  url: string,
  { signal, body, headers }: Asking,
): Promise<{ readonly text: string; readonly headers: Headers }> {
  const sent =
    body === undefined
      ? { headers: { ...headers } }
      : {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'Content-Type': 'application/json', ...headers },
        };
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { credentials: 'omit', signal, ...sent });
    text = await response.text();
  } catch (cause) {
    signal.throwIfAborted();
    throw new Error(
      `no answer from ${url}; check the address, and that its server allows this page to ask (CORS)`,
      { cause },
    );
  }
  if (!response.ok) throw new StatusError(url, response.status);
  return { text, headers: response.headers };
}
