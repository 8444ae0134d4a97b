// A CONNECT proxy that leads the newsstand's hosts to the local servers and refuses every other host.

import { createServer, type RequestListener, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

export interface Proxy {
  /** Not yet listening. */
  server: Server;
  /** Ends all joined connections; Node's own close waits for them for ever. */
  endJoined(): void;
}

/**
 * The proxy.
 * `CONNECT host:443` is joined to the TLS server; plain requests for known hosts go to `plain`;
 * all else is answered with 502.
 */
export function createProxy(
  hosts: ReadonlySet<string>,
  httpsPort: () => number,
  plain: RequestListener,
): Proxy {
  const joined = new Set<Socket | Duplex>();
  const server = createServer((request, response) => {
    if (!URL.canParse(request.url ?? '')) {
      response.writeHead(502).end('This proxy answers for whole addresses only.\n');
      return;
    }
    const url = new URL(request.url ?? '');
    if (url.protocol !== 'http:' || !hosts.has(url.hostname)) {
      response.writeHead(502).end(`${url.hostname} is not on the newsstand.\n`);
      return;
    }
    request.url = `${url.pathname}${url.search}`;
    request.headers.host = url.host;
    plain(request, response);
  });
  server.on('connect', (request, client) => {
    // Also one that is refused may be reset while it is told so.
    client.on('error', () => client.destroy());
    const [host = '', port = ''] = (request.url ?? '').split(':');
    if (!hosts.has(host.toLowerCase()) || port !== '443') {
      client.end(`HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
      return;
    }
    const upstream = connect(httpsPort(), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(client);
      client.pipe(upstream);
    });
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      joined.add(socket);
      // A browser that goes away resets its connections; the other half then has nobody to talk to.
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        joined.delete(socket);
        other.destroy();
      });
    }
  });
  return {
    server,
    endJoined: () => {
      for (const socket of joined) socket.destroy();
    },
  };
}
