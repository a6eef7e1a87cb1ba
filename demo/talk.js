/** The demo's comment system: it answers as Isso does, and keeps what is written until the server stops. */
export const talk = {
  name: 'talk',
  apply: 'serve',
  configureServer({ middlewares }) {
    const counts = new Map();
    middlewares.use('/talk', (request, response) => void answer(counts, request, response));
  },
};

async function answer(counts, request, response) {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  let body = '';
  for await (const chunk of request) body += chunk;
  response.setHeader('Content-Type', 'application/json');
  if (request.method === 'POST' && pathname === '/count') {
    response.end(JSON.stringify(JSON.parse(body).map((uri) => counts.get(uri) ?? 0)));
  } else if (request.method === 'POST' && pathname === '/new') {
    const uri = searchParams.get('uri') ?? '';
    counts.set(uri, (counts.get(uri) ?? 0) + 1);
    response.writeHead(201).end('{}');
  } else {
    response.writeHead(404).end('{}');
  }
}
