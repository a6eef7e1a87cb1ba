import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import type { FetchedDocument, FetchOptions } from '../../src/reader/fetch-document.js';
import { prefetch, takeDocument } from '../../src/reader/prefetch.js';

const realFetch = globalThis.fetch;
/** A URL of its own for every test: a page keeps what was prefetched. */
let count = 0;
const newUrl = (): string => `https://site.example/${count++}.json`;

const options = (more: Partial<FetchOptions> = {}): FetchOptions => ({
  cache: 'default',
  credentials: 'omit',
  maxBytes: 1000,
  signal: new AbortController().signal,
  ...more,
});

/** Answers requests in place of the network, the last answer again and again, and tells what was requested. */
function serve(...answers: ((init: RequestInit) => Promise<Response>)[]): string[] {
  const requested: string[] = [];
  globalThis.fetch = async (input, init = {}) => {
    requested.push(String(input instanceof Request ? input.url : input));
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    return answer?.(init) ?? new Response('');
  };
  return requested;
}

const answers = (text: string) => () => Promise.resolve(new Response(text));
const hangs = ({ signal }: RequestInit): Promise<Response> =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
const textOf = ({ chunks }: FetchedDocument): string => Buffer.concat(chunks).toString();

afterEach(() => {
  globalThis.fetch = realFetch;
});

describe('a prefetched document', () => {
  it('is requested once for all blocks, and taken once', async () => {
    const url = newUrl();
    const requested = serve(answers('early'), answers('late'));
    await Promise.all([prefetch(url, options()), prefetch(url, options())]);
    assert.equal(textOf(await takeDocument(url, options())), 'early');
    assert.equal(textOf(await takeDocument(url, options())), 'late');
    assert.deepEqual(requested, [url, url]);
  });

  it('is taken while it is still on its way', async () => {
    const url = newUrl();
    const requested = serve(answers('early'));
    void prefetch(url, options());
    assert.equal(textOf(await takeDocument(url, options())), 'early');
    assert.deepEqual(requested, [url]);
  });

  it('is requested once however many other documents are on their way', async () => {
    const urls = Array.from({ length: 20 }, newUrl);
    const requested = serve(...urls.map(() => answers('early')));
    for (const url of urls) void prefetch(url, options());
    await Promise.all(urls.map((url) => takeDocument(url, options())));
    assert.deepEqual(requested, urls);
  });

  it('is not taken by those who ask in another way', async () => {
    const url = newUrl();
    const requested = serve(answers('{}'));
    await prefetch(url, options());
    await takeDocument(url, options({ credentials: 'same-origin' }));
    await takeDocument(url, options({ cache: 'no-cache' }));
    assert.equal(requested.length, 3);
  });

  it('is fetched by those who take it if it was not prefetched', async () => {
    serve(answers('now'));
    assert.equal(textOf(await takeDocument(newUrl(), options())), 'now');
  });

  it('is requested again after a failure', async () => {
    const url = newUrl();
    const requested = serve(() => Promise.resolve(new Response('', { status: 404 })), answers('mended'));
    await assert.rejects(prefetch(url, options()), { code: 'status' });
    assert.equal(textOf(await takeDocument(url, options())), 'mended');
    assert.equal(requested.length, 2);
  });

  it('is requested again after no full answer came within eight seconds', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const url = newUrl();
      const requested = serve(hangs, answers('at last'));
      const refused = assert.rejects(prefetch(url, options()), { message: /no full answer .* within 8 s/ });
      mock.timers.tick(8000);
      await refused;
      assert.equal(textOf(await takeDocument(url, options())), 'at last');
      assert.equal(requested.length, 2);
    } finally {
      mock.timers.reset();
    }
  });

  it('is aborted once all who wait have aborted, and requested again by the next', async () => {
    const url = newUrl();
    const isAborted: boolean[] = [];
    const controllers = [new AbortController(), new AbortController()];
    let signal: AbortSignal | null | undefined;
    const requested = serve((init) => {
      ({ signal } = init);
      return hangs(init);
    }, answers('again'));
    const refused = controllers.map((controller) =>
      assert.rejects(prefetch(url, options({ signal: controller.signal })), { name: 'AbortError' }),
    );
    for (const controller of controllers) {
      controller.abort();
      isAborted.push(Boolean(signal?.aborted));
    }
    await Promise.all(refused);
    assert.deepEqual(isAborted, [false, true]);
    assert.equal(textOf(await takeDocument(url, options())), 'again');
    assert.equal(requested.length, 2);
  });

  it('is requested again if those who began it abort after it has come', async () => {
    const url = newUrl();
    const requested = serve(answers('old'), answers('new'));
    const controller = new AbortController();
    await prefetch(url, options({ signal: controller.signal }));
    controller.abort();
    assert.equal(textOf(await takeDocument(url, options())), 'new');
    assert.equal(requested.length, 2);
  });

  it('goes on for those who took it when those who began it abort', async () => {
    const url = newUrl();
    const first = new AbortController();
    let answer!: (response: Response) => void;
    serve(() => new Promise((resolve) => (answer = resolve)));
    const left = assert.rejects(prefetch(url, options({ signal: first.signal })), { name: 'AbortError' });
    const taken = takeDocument(url, options());
    first.abort();
    await left;
    answer(new Response('whole'));
    assert.equal(textOf(await taken), 'whole');
  });

  it('is not requested for those who have aborted before', async () => {
    const signal = AbortSignal.abort();
    const requested = serve(answers('{}'));
    await assert.rejects(prefetch(newUrl(), options({ signal })), { name: 'AbortError' });
    await assert.rejects(takeDocument(newUrl(), options({ signal })), { name: 'AbortError' });
    assert.deepEqual(requested, []);
  });
});
