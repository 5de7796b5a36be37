import { connect } from 'node:net';

/** A request nobody but an attacker sends, as the bytes that go over the wire. */
export interface HostileRequest {
  what: string;
  bytes: string;
  /** Whether the server has to turn it away; other answers may be anything that tells nothing. */
  isRefused?: boolean;
}

/** The server that is attacked. `cookie` is the right one: a browser sends it wherever its own rules let it. */
export interface Target {
  port: number;
  cookie: string;
}

type Headers = Record<string, string | undefined>;

/** Everything that comes over a socket but a browser cannot be made to send: over 150 requests. */
export function listHostileRequests({ port, cookie }: Target): HostileRequest[] {
  const own: Headers = {
    host: `127.0.0.1:${port}`,
    origin: `http://127.0.0.1:${port}`,
    cookie,
    'x-rung': '1',
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
  };
  const ask = (what: string, change: Headers, line = 'POST /rpc/entries.list'): HostileRequest => ({
    what,
    bytes: toBytes(line, { ...own, ...change }),
    isRefused: true,
  });
  const each = (name: string, values: (string | undefined)[], line?: string) =>
    values.map((value) =>
      ask(`${name}: ${value} (${line ?? 'entries'})`, { [name]: value?.replaceAll('PORT', String(port)) }, line),
    );
  return [
    ...each('host', hosts),
    ...each('host', hosts, 'POST /rpc/packet.export'),
    ...each('host', hosts, 'GET /'),
    ...each('origin', origins),
    ...each('sec-fetch-site', ['cross-site', 'same-site', 'none', 'SAME-ORIGIN', 'same-origin, cross-site']),
    ...each('x-rung', [undefined, '', '0', '1, 1', 'true']),
    ...each('content-type', [
      undefined,
      'text/plain',
      'multipart/form-data',
      'application/x-www-form-urlencoded',
      'text/json',
    ]),
    ...each('cookie', cookies),
    ...methods.map((method) => ask(`method ${method}`, {}, `${method} /rpc/entries.list`)),
    ...each('x-http-method-override', ['GET', 'POST'], 'PUT /rpc/entries.list'),
    ...paths.map((path) => ask(`path ${path}`, { cookie: undefined, origin: undefined }, `GET ${path}`)),
    ...targets.map((target) => ask(`target ${target}`, {}, `POST ${target.replace('PORT', String(port))}`)),
    ...wires(own),
  ];
}

const hosts = [
  undefined,
  '',
  'evil.test',
  'evil.test:PORT',
  'localhost:PORT',
  '127.0.0.1',
  '127.0.0.1:1',
  '127.0.0.1:0PORT',
  '127.0.0.1:PORT0',
  '127.0.0.1.:PORT',
  '127.0.0.1:PORT@evil.test',
  'evil.test@127.0.0.1:PORT',
  'user:pass@127.0.0.1:PORT',
  '0.0.0.0:PORT',
  '[::1]:PORT',
  '[::ffff:127.0.0.1]:PORT',
  '127.1:PORT',
  '2130706433:PORT',
  '0x7f000001:PORT',
  '127.0.0.1:PORT:PORT',
  '127.0.0.1:PORT/evil',
  '127.0.0.1:PORT#evil',
  '127.0.0.1:PORT, evil.test',
];

const origins = [
  undefined,
  '',
  'null',
  'https://evil.test',
  'http://evil.test:PORT',
  'http://localhost:PORT',
  'http://127.0.0.1',
  'http://127.0.0.1:1',
  'https://127.0.0.1:PORT',
  'http://127.0.0.1:PORT.evil.test',
  'http://127.0.0.1:PORT/',
  'HTTP://127.0.0.1:PORT',
  'file://',
  'app://rung',
  'http://127.0.0.1:PORT http://evil.test',
];

const cookies = [
  undefined,
  '',
  'rung-PORT=',
  'rung-PORT=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  'rung-1=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  'rung=1; session=1',
  'rung-PORT=%00',
];

const methods = ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'EVIL'];

const paths = [
  '/rpc/entries.list',
  '/rpc/entries.list?x=1',
  '/rpc/__proto__',
  '/session',
  '/journal.sqlite',
  '/../journal.sqlite',
  '/..%2fjournal.sqlite',
  '/%2e%2e/journal.sqlite',
  '/%2e%2e%2f%2e%2e%2fjournal.sqlite',
  '/..%5cjournal.sqlite',
  '/assets/../../journal.sqlite',
  '/assets/..%2f..%2fjournal.sqlite',
  '/....//journal.sqlite',
  '/..;/journal.sqlite',
  '//etc/passwd',
  '/etc/passwd',
  '/%00',
  '/index.html%00.js',
  '/.git/config',
  '/proc/self/environ',
];

const targets = [
  'http://evil.test/rpc/entries.list',
  'http://evil.test:PORT/rpc/entries.list',
  'http://localhost:PORT/rpc/entries.list',
  'https://127.0.0.1:PORT/rpc/entries.list',
  'http://evil.test@127.0.0.1:1/rpc/entries.list',
  '//evil.test/rpc/entries.list',
  'evil.test:443',
  '*',
];

/** What is hardly a request at all, or two at once. */
function wires(own: Headers): HostileRequest[] {
  const host = `Host: ${own['host']}\r\n`;
  const head = (more: string) => `POST /rpc/entries.list HTTP/1.1\r\n${host}${more}\r\n`;
  return [
    raw(
      'h2c upgrade',
      `GET / HTTP/1.1\r\n${host}Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n`,
    ),
    raw('h2c by prior knowledge', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0'),
    raw(
      'websocket',
      `GET /rpc/entries.list HTTP/1.1\r\n${host}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\nCookie: ${own['cookie']}\r\n\r\n`,
    ),
    raw('TLS', '\u0016\u0003\u0001\0\u0005\u0001\0\0\u0001\u0003'),
    raw('HTTP/0.9', 'GET /\r\n'),
    raw('HTTP/9.9', 'GET / HTTP/9.9\r\n\r\n'),
    raw('two hosts', head('Host: evil.test\r\n')),
    raw(
      'length and chunks at once',
      head('Content-Length: 4\r\nTransfer-Encoding: chunked\r\n') + '0\r\n\r\nGET / HTTP/1.1\r\n\r\n',
    ),
    raw('two lengths', head('Content-Length: 2\r\nContent-Length: 40\r\n') + '{}'),
    raw('a length below zero', head('Content-Length: -1\r\n')),
    raw('chunks without end', head('Transfer-Encoding: chunked\r\n') + 'fffffffffffffffff\r\n'),
    raw('bare line feeds', `GET / HTTP/1.1\nHost: evil.test\n\n`),
    raw('a folded header', head('X-A: b\r\n c\r\n')),
    raw('a header of 100 kB', head(`X-A: ${'b'.repeat(100_000)}\r\n`)),
    raw('5,000 headers', head(Array.from({ length: 5_000 }, (_, at) => `X-${at}: 1\r\n`).join(''))),
    raw('a path of 100 kB', `GET /${'a'.repeat(100_000)} HTTP/1.1\r\n${host}\r\n`),
    raw('NUL bytes', '\0'.repeat(1_000)),
    raw('a line that ends in the path', `GET /%0d%0aSet-Cookie:evil=1 HTTP/1.1\r\n${host}\r\n`),
    raw('a body that is no JSON', toBytes('POST /rpc/entries.list', { ...own, cookie: undefined }, '{"a":')),
    raw('a body that is nothing', toBytes('POST /session', own, '')),
    raw('a body of an array', toBytes('POST /session', own, '[]')),
    raw('a token that is no text', toBytes('POST /session', own, '{"token":{"length":43}}')),
    raw('a body nested deep', toBytes('POST /session', own, '['.repeat(200_000))),
  ];
}

function toBytes(line: string, headers: Headers, body = '{}'): string {
  const sent = Object.entries({ ...headers, 'content-length': String(Buffer.byteLength(body)), connection: 'close' });
  const lines = sent.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return `${line} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}

/** Says something to the server and hears what it says, until it closes or this many milliseconds are over. */
export function say(port: number, bytes: string, patience = 1_500): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    const end = () => (socket.destroy(), resolve(heard));
    socket.setTimeout(patience, end);
    socket.on('data', (chunk) => (heard += chunk.toString('latin1')));
    socket.on('end', end).on('error', end);
  });
}

/** Sends a body of this many bytes, as fast as it is taken; how many were taken before the server hung up, and its answer. */
export function pourBody({ port, cookie }: Target, bytes: number): Promise<{ taken: number; heard: string }> {
  return new Promise((resolve) => {
    let heard = '';
    let taken = 0;
    const chunk = Buffer.alloc(1 << 20, 'x');
    const head = `POST /rpc/entries.create HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nCookie: ${cookie}\r\nX-Rung: 1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(head);
      pour();
    });
    const pour = () => {
      while (taken < bytes && !socket.destroyed) {
        taken += chunk.length;
        socket.write(`${chunk.length.toString(16)}\r\n`);
        socket.write(chunk);
        if (!socket.write('\r\n')) return void socket.once('drain', pour);
      }
    };
    const end = () => (socket.destroy(), resolve({ taken, heard }));
    socket.setTimeout(20_000, end);
    socket.on('data', (data) => {
      heard += data.toString('latin1');
      end();
    });
    socket.on('end', end).on('error', end).on('close', end);
  });
}

function raw(what: string, bytes: string): HostileRequest {
  return { what, bytes };
}
