// Serves the newsstand on this machine: TLS with virtual hosts, a redirect from plain HTTP, and a proxy for Firefox.

import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { generate } from 'selfsigned';
import { NEWSSTAND_HOST, NEWSSTAND_HOSTS } from './hosts.ts';
import { html } from './html.ts';
import { createProxy } from './proxy.ts';
import { seedPages } from './seed-pages.ts';
import { buildSite, type Site } from './site.ts';
import type { NewsstandPage, Resource } from './types.ts';

export type { NewsstandPage } from './types.ts';

export interface Newsstand {
  httpsPort: number;
  httpPort: number;
  proxyPort: number;
  pages: NewsstandPage[];
  /** Hosts a demo build adds to its permissions. */
  hosts: string[];
  /** The address to open first. */
  frontPage: string;
  /** Why there are no pages from saved articles, or fewer than there are files. */
  seedReason?: string;
  /**
   * Serves something else at an address from now on, as a page that changes over time; `undefined`
   * for nothing at all. Answers how to undo it.
   */
  change(url: string, to: ((body: string) => Partial<Resource>) | undefined): () => void;
  close(): Promise<void>;
}

const NOT_FOUND =
  html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not found</title></head><body><h1>Not found</h1><p>There is nothing at this address. <a href="https://${NEWSSTAND_HOST}/">The newsstand</a></p></body></html>`
    .source;

/** The host a request names, without port. */
function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
}

function answer(site: Site, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const [path = '/'] = (request.url ?? '/').split('?');
  const resource = site.resources.get(`https://${hostOf(request)}${path}`);
  const body = typeof resource?.body === 'function' ? resource.body() : resource?.body;
  const content = Buffer.from(body ?? NOT_FOUND);
  response.writeHead(resource === undefined ? 404 : (resource.status ?? 200), {
    'content-type': resource?.type ?? 'text/html; charset=utf-8',
    'content-length': content.byteLength,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    ...resource?.headers,
  });
  response.end(request.method === 'HEAD' ? undefined : content);
}

function redirect(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(301, { location: `https://${hostOf(request)}${request.url ?? '/'}` }).end();
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** A certificate for all hosts that lives as long as the process. */
async function certificate(hosts: string[]): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: 'commonName', value: NEWSSTAND_HOST }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: hosts.map((value) => ({ type: 2 as const, value })),
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}

/**
 * Starts the newsstand on free ports of 127.0.0.1.
 * @param options.seeds directory of saved articles; without it, `../shared/seeds` beside the checkout
 */
export async function startNewsstand(options: { seeds?: string } = {}): Promise<Newsstand> {
  const seeds = seedPages(
    options.seeds ?? fileURLToPath(new URL('../../../shared/seeds', import.meta.url)),
  );
  const site = buildSite(seeds);
  const https = createHttpsServer(await certificate(site.hosts), (request, response) =>
    answer(site, request, response),
  );
  const http = createHttpServer(redirect);
  const httpsPort = await listen(https);
  const httpPort = await listen(http);
  const proxy = createProxy(new Set(site.hosts), () => httpsPort, redirect);
  const proxyPort = await listen(proxy.server);
  return {
    httpsPort,
    httpPort,
    proxyPort,
    pages: site.pages,
    hosts: NEWSSTAND_HOSTS,
    frontPage: `https://${NEWSSTAND_HOST}/`,
    ...(seeds.reason === undefined ? {} : { seedReason: seeds.reason }),
    change(url, to) {
      const before = site.resources.get(url);
      if (before === undefined) throw new Error(`the newsstand has nothing at ${url}`);
      const body = typeof before.body === 'function' ? before.body() : before.body;
      if (to === undefined) site.resources.delete(url);
      else site.resources.set(url, { ...before, ...to(body.toString()) });
      return () => site.resources.set(url, before);
    },
    close: async () => {
      proxy.endJoined();
      await Promise.all([https, http, proxy.server].map(close));
    },
  };
}
