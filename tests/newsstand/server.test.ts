// The newsstand over the wire: status, redirect, proxy, and nothing that listens beyond this machine.

import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Newsstand, startNewsstand } from './server.ts';

let newsstand: Newsstand;
beforeAll(async () => {
  newsstand = await startNewsstand();
  if (newsstand.seedReason !== undefined)
    console.log(`without seed pages: ${newsstand.seedReason}`);
});
afterAll(() => newsstand.close());

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

function get(url: string, method = 'GET'): Promise<Answer> {
  const { hostname, pathname, search, protocol } = new URL(url);
  const secure = protocol === 'https:';
  const send = secure ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = send(
      {
        host: '127.0.0.1',
        port: secure ? newsstand.httpsPort : newsstand.httpPort,
        path: pathname + search,
        method,
        headers: { host: hostname },
        ...(secure ? { servername: hostname, rejectUnauthorized: false } : {}),
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    request.on('error', reject);
    request.end();
  });
}

/** The proxy's first line of answer to a request line. */
function askProxy(line: string, headers: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(newsstand.proxyPort, '127.0.0.1', () =>
      socket.write(`${line}\r\n${headers}\r\n\r\n`),
    );
    socket.once('data', (chunk: Buffer) => {
      resolve(chunk.toString('latin1').split('\r\n')[0] ?? '');
      socket.destroy();
    });
    socket.once('error', reject);
  });
}

describe('the server', () => {
  test('serves every page', async () => {
    for (const page of newsstand.pages) {
      const { status, headers } = await get(page.url);
      expect(status, page.url).toBe(200);
      expect(headers['content-type'], page.url).toBe('text/html; charset=utf-8');
    }
    expect(newsstand.pages.some((page) => page.url === newsstand.frontPage)).toBe(true);
  });

  test('serves pictures and typefaces as what they are', async () => {
    const base = 'https://www.harbour-gazette.example';
    const png = await get(`${base}/media/ferry-400.png`);
    expect(png.headers['content-type']).toBe('image/png');
    expect(png.body.slice(1, 4)).toBe('PNG');
    expect((await get(`${base}/media/ferry.svg`)).body).toContain('<svg xmlns');
    expect((await get(`${base}/type/inter.woff2`)).body.slice(0, 4)).toBe('wOF2');
  });

  test('answers 404 for unknown paths and hosts, 405 for anything but reading', async () => {
    expect((await get('https://www.harbour-gazette.example/nothing')).status).toBe(404);
    expect((await get('https://elsewhere.example/')).status).toBe(404);
    expect((await get(newsstand.frontPage, 'POST')).status).toBe(405);
    expect((await get(newsstand.frontPage, 'HEAD')).body).toBe('');
  });

  test('leads plain HTTP to HTTPS', async () => {
    const { status, headers } = await get(
      'http://www.quay-post.example/2025/03/12/one-vote-in-it/',
    );
    expect(status).toBe(301);
    expect(headers['location']).toBe('https://www.quay-post.example/2025/03/12/one-vote-in-it/');
  });

  test('has a five-megabyte page and a strict policy where it says so', async () => {
    const large = await get('https://www.hostile.example/five-megabytes');
    expect(large.body.length).toBeGreaterThan(5 * 1024 * 1024);
    const strict = await get('https://www.meridian-dispatch.example/');
    expect(strict.headers['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('the proxy', () => {
  test('joins known hosts to the TLS server, whose certificate names them', async () => {
    const names = await new Promise<string>((resolve, reject) => {
      const socket = connect(newsstand.proxyPort, '127.0.0.1', () =>
        socket.write('CONNECT www.northline.example:443 HTTP/1.1\r\n\r\n'),
      );
      socket.once('error', reject);
      socket.once('data', (chunk: Buffer) => {
        expect(chunk.toString('latin1')).toMatch(/^HTTP\/1\.1 200 /);
        const secure = tlsConnect(
          { socket, servername: 'www.northline.example', rejectUnauthorized: false },
          () => {
            resolve(secure.getPeerCertificate().subjectaltname ?? '');
            secure.destroy();
          },
        );
        secure.once('error', reject);
      });
    });
    for (const host of newsstand.hosts) expect(names).toContain(`DNS:${host}`);
    expect(names).toContain('DNS:www.unlisted.example');
  });

  test('refuses everything else with 502', async () => {
    const bad = 'HTTP/1.1 502 Bad Gateway';
    expect(await askProxy('CONNECT update.elsewhere.test:443 HTTP/1.1', 'Host: x')).toBe(bad);
    expect(await askProxy('CONNECT www.northline.example:22 HTTP/1.1', 'Host: x')).toBe(bad);
    expect(await askProxy('GET http://elsewhere.test/ HTTP/1.1', 'Host: elsewhere.test')).toBe(bad);
    expect(await askProxy('GET / HTTP/1.1', 'Host: www.northline.example')).toBe(bad);
  });

  test('redirects plain requests for known hosts', async () => {
    const line = 'GET http://www.northline.example/x HTTP/1.1';
    expect(await askProxy(line, 'Host: www.northline.example')).toContain(' 301 ');
  });
});
