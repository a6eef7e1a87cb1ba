import type { IncomingMessage } from 'node:http';
import type { TestContext } from 'node:test';
import { serve } from './site-server.js';

/** JSON whose members the server checks one by one. */
type Json = Record<string, unknown>;

/** A request as the server got it. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  /** The lines of the body, parsed; one for a body that is no list of lines. */
  readonly lines: readonly Json[];
}

/** An answer in place of the right one, or a broken connection. */
export type Fault = { readonly status: number; readonly error?: Json; readonly headers?: Json } | 'break';

/** A fault of OpenSearch: it sends the same members. */
export function fault(status: number, type: string, reason = ''): Fault & object {
  return { status, error: { type, reason } };
}

/**
 * The part of OpenSearch that the builder uses, for one test. It is as strict as OpenSearch: a member that it does not
 * know, a field of the wrong type or a body without its last line's end is an error, and nothing is found before a
 * refresh.
 */
export class FakeSearchServer {
  /** Its address without a slash at its end. */
  address = '';
  readonly received: Received[] = [];
  /** Decides for each request whether it fails. */
  failing: (request: Received) => Fault | undefined = () => undefined;
  /** Decides for each document whether the server refuses it. */
  refusing: (document: Json) => Json | undefined = () => undefined;
  readonly indexes = new Map<string, FakeIndex>();

  static async start(test: TestContext): Promise<FakeSearchServer> {
    const fake = new FakeSearchServer();
    const address = await serve(test, (request, response) => {
      void bodyOf(request).then((body) => {
        const received = receivedFrom(request, body);
        fake.received.push(received);
        const failing = fake.failing(received);
        if (failing === 'break') return request.socket.destroy();
        const { status, headers, ...json } = failing ?? fake.#answer(received, body, request);
        response.writeHead(status, { 'content-type': 'application/json', ...(headers as object) });
        response.end(JSON.stringify('error' in json ? { ...json, status } : json));
        return undefined;
      });
    });
    fake.address = address.slice(0, -1);
    return fake;
  }

  /** The ids of the articles that were sent since the last call. */
  sent(): string[] {
    const titles = this.received
      .filter(({ path }) => path.endsWith('/_bulk'))
      .flatMap(({ lines }) =>
        lines.flatMap((line) => (line['article'] as Json | undefined)?.['title'] ?? []),
      );
    this.received.length = 0;
    return titles as string[];
  }

  #answer({ method, path, lines }: Received, body: string, request: IncomingMessage): Answer {
    const isLines = /_(?:bulk|msearch)$/.test(path);
    const type = request.headers['content-type'];
    if (body && type !== (isLines ? 'application/x-ndjson' : 'application/json'))
      return fault(406, 'media_type_header_exception', `Content-Type header [${type}] is not supported`);
    if (isLines && !body.endsWith('\n'))
      return fault(400, 'illegal_argument_exception', 'The request must be terminated by a newline [\\n]');
    try {
      return { status: 200, ...this.#result(method, path, lines) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return fault(error.status, error.type, error.message);
    }
  }

  #result(method: string, path: string, lines: readonly Json[]): Json {
    const [, name = '', action = ''] = /^\/([^/]+)(?:\/(_\w+(?:\?.*)?))?$/.exec(path) ?? [];
    const [body = {}] = lines;
    if (path === '/_analyze') {
      if (!ANALYZERS.has(String(body['analyzer'])))
        throw new Refusal(400, 'illegal_argument_exception', 'failed to find global analyzer');
      return { tokens: [] };
    }
    if (method === 'PUT' && action === '') {
      if (this.indexes.has(name)) throw new Refusal(400, 'resource_already_exists_exception', name);
      this.indexes.set(name, new FakeIndex(body['mappings'] as Json));
      return { acknowledged: true };
    }
    const index = this.indexes.get(name);
    if (!index) throw new Refusal(404, 'index_not_found_exception', `no such index [${name}]`);
    switch (`${method} ${action}`) {
      case 'GET _mapping':
        return { [name]: { mappings: index.mappings } };
      case 'POST _bulk':
        return index.bulk(lines, this.refusing);
      case 'POST _refresh':
        index.refresh();
        return {};
      case 'POST _forcemerge?max_num_segments=1&wait_for_completion=false':
        return { task: 'node:1' };
      case 'POST _search':
        return index.page(body);
      case 'POST _mget':
        return index.documents(body);
      case 'POST _msearch':
        return { responses: index.searches(name, lines) };
      default:
        throw new Refusal(400, 'illegal_argument_exception', `unknown request ${method} ${path}`);
    }
  }
}

type Answer = Json & { readonly status: number; readonly headers?: unknown };

/** A request that OpenSearch answers with an error. */
class Refusal extends Error {
  readonly status: number;
  readonly type: string;

  constructor(status: number, type: string, message: string) {
    super(message);
    this.status = status;
    this.type = type;
  }
}

/** An index with its documents. */
class FakeIndex {
  readonly mappings: Json;
  readonly stored = new Map<string, Json>();
  /** What a search sees: the documents at the last refresh. */
  #seen = new Map<string, Json>();

  constructor(mappings: Json) {
    only(mappings, 'dynamic _meta properties');
    checkProperties(mappings['properties'] as Json);
    this.mappings = mappings;
  }

  refresh(): void {
    this.#seen = new Map(this.stored);
  }

  bulk(lines: readonly Json[], refusing: FakeSearchServer['refusing']): Json {
    const items: Json[] = [];
    for (let at = 0; at < lines.length; at++) {
      const [action, about] = Object.entries(lines[at]!)[0] ?? ['', {}];
      const id = String((about as Json)['_id']);
      if (action === 'delete') {
        items.push({ delete: { status: this.stored.delete(id) ? 200 : 404 } });
        continue;
      }
      if (action !== 'index')
        throw new Refusal(400, 'illegal_argument_exception', `Malformed action ${action}`);
      const document = lines[++at]!;
      const error = refusing(document) ?? conflict(document, this.mappings['properties'] as Json);
      if (!error) this.stored.set(id, document);
      const { status = 400, ...rest } = error ?? {};
      items.push({ index: error ? { _id: id, status, error: rest } : { _id: id, status: 201 } });
    }
    return { items, errors: items.some((item) => Object.hasOwn(item['index'] ?? {}, 'error')) };
  }

  /** The documents in the order of their keys, without their content. */
  page(body: Json): Json {
    only(body, 'size stored_fields docvalue_fields sort track_total_hits search_after');
    if (body['stored_fields'] !== '_none_') throw new Refusal(400, 'parsing_exception', 'stored_fields');
    const { size, search_after: [after] = [''] } = body as { size: number; search_after?: [string] };
    if (size > 10_000) throw new Refusal(400, 'illegal_argument_exception', 'Result window is too large');
    if (JSON.stringify(body['sort']) !== '[{"key":"asc"}]')
      throw new Refusal(400, 'query_shard_exception', 'sort');
    const keys = [...this.#seen.keys()].filter((key) => key > after).sort();
    const hits = keys.slice(0, size).map((key) => ({
      fields: fieldsOf(this.#seen.get(key)!, body),
      sort: [key],
    }));
    return { hits: { hits } };
  }

  documents(body: Json): Json {
    only(body, 'ids');
    const ids = body['ids'] as string[];
    if (ids.length === 0)
      throw new Refusal(400, 'action_request_validation_exception', 'no documents to get');
    return {
      docs: ids.map((id) =>
        this.stored.has(id)
          ? { _id: id, found: true, _source: this.stored.get(id) }
          : { _id: id, found: false },
      ),
    };
  }

  searches(name: string, lines: readonly Json[]): Json[] {
    return lines.flatMap((search, at) => {
      if (at % 2 === 0) {
        only(search, 'allow_partial_search_results');
        return [];
      }
      return { status: 200, hits: { hits: this.#found(name, search) } };
    });
  }

  /** The documents that share most words with the one that is asked about. */
  #found(name: string, search: Json): Json[] {
    only(search, 'size _source stored_fields docvalue_fields track_total_hits query rescore');
    if (search['stored_fields'] !== '_none_') throw new Refusal(400, 'parsing_exception', 'stored_fields');
    const { bool } = search['query'] as { bool: Json };
    only(bool, 'should must_not minimum_should_match');
    const shoulds = (bool['should'] as Json[]).map((clause) => clause['more_like_this'] as Json);
    for (const clause of shoulds)
      only(
        clause,
        'fields like max_query_terms min_term_freq min_doc_freq max_doc_freq minimum_should_match boost_terms boost',
      );
    const scores = [...this.#seen].flatMap(([id, document]) => {
      if ((bool['must_not'] as Json[]).some((clause) => isInRange(document, clause['range'] as Json)))
        return [];
      let score = 0;
      for (const { fields, like, boost } of shoulds as unknown as MoreLikeThis[]) {
        const [field = ''] = fields;
        const [liked] = like;
        if (liked?.['_index'] !== name) throw new Refusal(400, 'parse_exception', 'like');
        if (liked['_id'] === id) return [];
        const words = wordsAt((liked['doc'] ?? this.#seen.get(liked['_id'] as string) ?? {}) as Json, field);
        for (const word of wordsAt(document, field)) if (words.has(word)) score += boost;
      }
      return score > 0 ? { score, hit: { fields: fieldsOf(document, search), _score: score } } : [];
    });
    scores.sort((a, b) => b.score - a.score);
    return scores.slice(0, search['size'] as number).map(({ hit }) => hit);
  }
}

/** The values of the fields that a search asks for, each in a list. */
function fieldsOf(document: Json, { docvalue_fields: names }: Json): Json {
  return Object.fromEntries((names as string[]).map((name) => [name, [document[name]]]));
}

interface MoreLikeThis {
  readonly fields: readonly string[];
  readonly like: readonly Json[];
  readonly boost: number;
}

function wordsAt(document: Json, field: string): ReadonlySet<string> {
  const known = knownWords.get(document) ?? new Map<string, ReadonlySet<string>>();
  knownWords.set(document, known);
  const words = known.get(field) ?? wordsIn(document, field);
  known.set(field, words);
  return words;
}

const knownWords = new WeakMap<Json, Map<string, ReadonlySet<string>>>();

function wordsIn(document: Json, field: string): ReadonlySet<string> {
  const [name = '', language = ''] = field.split('.');
  const text = JSON.stringify((document[name] as Json | undefined)?.[language] ?? '');
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

function isInRange(document: Json, range: Json): boolean {
  const [field, limits] = Object.entries(range)[0] ?? ['', {}];
  only(limits as Json, 'gt lt lte');
  const { gt = -Infinity, lt = Infinity, lte = Infinity } = limits as Record<string, number>;
  const value = document[field];
  return typeof value === 'number' && value > gt && value < lt && value <= lte;
}

/** Fails for a member that OpenSearch, or this server, does not know. */
function only(json: Json, names: string): void {
  const unknown = Object.keys(json).find((name) => !names.split(' ').includes(name));
  if (unknown !== undefined) throw new Refusal(400, 'parsing_exception', `unknown field [${unknown}]`);
}

function checkProperties(properties: Json): void {
  for (const [name, property] of Object.entries(properties)) {
    const { type = 'object', analyzer = 'standard', properties: inner } = property as Record<string, string>;
    if (!TYPES.has(type)) throw new Refusal(400, 'mapper_parsing_exception', `No handler for type [${type}]`);
    if (!ANALYZERS.has(analyzer))
      throw new Refusal(
        400,
        'mapper_parsing_exception',
        `analyzer [${analyzer}] has not been configured [${name}]`,
      );
    if (inner !== undefined) checkProperties(inner as unknown as Json);
  }
}

/** Why a document does not fit a mapping. */
function conflict(document: Json, properties: Json): Json | undefined {
  for (const [name, property] of Object.entries(properties)) {
    const { type, properties: inner } = property as { type?: string; properties?: Json };
    const value = document[name];
    if (value === undefined || type === 'object') continue;
    const fits = inner
      ? typeof value === 'object' && conflict(value as Json, inner) === undefined
      : [value].flat().every((one) => typeof one === (type === 'long' ? 'number' : 'string'));
    if (!fits)
      return {
        type: 'mapper_parsing_exception',
        reason: `failed to parse field [${name}] of type [${type}]`,
      };
  }
  return undefined;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString('utf8');
}

function receivedFrom({ method = '', url = '', headers }: IncomingMessage, body: string): Received {
  const isLines = headers['content-type'] === 'application/x-ndjson';
  const lines = (isLines ? body.split('\n') : [body]).filter(Boolean);
  return {
    method,
    path: url,
    authorization: headers.authorization,
    lines: lines.map((line) => JSON.parse(line) as Json),
  };
}

const TYPES = new Set(['object', 'text', 'keyword', 'long']);
/** Those that OpenSearch has without plugins. */
const ANALYZERS = new Set(
  (
    'standard arabic armenian basque bengali bulgarian catalan cjk czech danish dutch english estonian finnish french ' +
    'galician german greek hindi hungarian indonesian irish italian latvian lithuanian norwegian persian portuguese ' +
    'romanian russian sorani spanish swedish thai turkish'
  ).split(' '),
);
