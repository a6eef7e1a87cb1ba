import type { Failure, Message, Reply } from './hired-worker.js';
import { askIndex, asResponse } from './ranking.js';

/** The worker that reads and ranks large indexes, so that the page never stands still. */

/** What breaks off the answer to each question. */
const underWay = new Map<number, AbortController>();

addEventListener('message', ({ data }: MessageEvent<Message>) => {
  if ('stop' in data) underWay.get(data.id)?.abort();
  else void answer(data);
});
send('ready');

async function answer({ id, asked }: Extract<Message, { asked: unknown }>): Promise<void> {
  const { answer: first, page, ...question } = asked;
  const controller = new AbortController();
  underWay.set(id, controller);
  try {
    const related = await askIndex({
      ...question,
      facts: async () => ({ ...page, article: () => page.article }),
      signal: controller.signal,
      fetch: async (url, init) => (first && url === first.url ? asResponse(first) : fetch(url, init)),
      onEarly: (early) => send({ id, early: [...early] }),
    });
    send({ id, related });
  } catch (error) {
    send({ id, failure: failureOf(error) });
  } finally {
    underWay.delete(id);
  }
}

function failureOf(error: unknown): Failure {
  const { name, message, code, url } = error as Failure;
  return { name, message, ...(code && { code }), ...(url && { url }) };
}

function send(reply: Reply): void {
  (globalThis as unknown as Pick<Worker, 'postMessage'>).postMessage(reply, []);
}
