/**
 * The only caller of the HTTP API. It sends the session's token and the reader's language, gives additions a key so that they count once, tells a
 * refusal as a Problem, and when the session has ended waits for a new sign-in and then goes on: nothing typed is lost.
 */
import { language, t } from '../text/index.js';

const BASE = '/api/v1';

/** What the API says in English, in the reader's language: what stands in the catalogue for a problem, or null. */
function translated(key, values) {
  if (language.id === 'en') return null;
  const words = t(key, values);
  return words === key ? null : words;
}

/** A refusal of the desk (RFC 9457), or a network that does not answer. */
export class Problem extends Error {
  constructor(status, body = {}) {
    const code = String(body.type ?? '').replace('urn:switchboard:problem:', '') || (status ? 'unknown' : 'offline');
    super(translated(`problem.${code}`) ?? body.title ?? 'The desk did not answer');
    this.status = status;
    this.code = code;
    this.detail = translated(`problem.${code}.text`) ?? body.detail ?? '';
    this.errors = (body.errors ?? []).map(error => ({ ...error, message: error.code && translated(`wrong.${error.code}`, error.parameters) || error.message }));
    this.body = body;
  }

  get offline() {
    return this.code === 'offline';
  }
}

/** Whether the desk answers: an event `change` whenever that turns. */
export const network = Object.assign(new EventTarget(), { online: true });

let csrfToken = null;
let renewal = null;

/** Takes the token of a session that began. */
export function begin(token) {
  csrfToken = token;
}

/** Says what to do when the session has ended: a function that resolves once somebody is signed in again. */
export function whenSessionEnds(renew) {
  renewal = renew;
}

/** Makes a key by which the desk knows a repeated addition. */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Calls the API and answers `{data, version}`.
 *
 * @param path below the API's base, with its query
 * @param options `body` (sent as JSON), `file` (sent as it is), `version` (for If-Match), `key`, `signal`, `quiet` (a lost
 *     session is told as a Problem instead of asking for a new sign-in), `farewell` (it goes on while the page goes away), `accept`
 *     (a type that is no JSON: the data is a Blob)
 */
export async function call(method, path, options = {}) {
  const response = await send(method, path, options);
  if (response.status === 401 && renewal && !options.quiet) {
    await renewal();
    return answer(await send(method, path, options), options);
  }
  return answer(response, options);
}

export const get = (path, options) => call('GET', path, options).then(found => found.data);

async function send(method, path, { body, file, version, key, signal, farewell, accept }) {
  const headers = { Accept: accept ? `${accept}, application/problem+json` : 'application/json', 'Accept-Language': language.id };
  if (method !== 'GET' && csrfToken) headers['X-CSRF-Token'] = csrfToken;
  if (version != null) headers['If-Match'] = `"${version}"`;
  if (key) headers['Idempotency-Key'] = key;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (file) headers['Content-Type'] = file.type || 'application/octet-stream';
  try {
    const response = await fetch(BASE + path, {
      method, headers, signal, keepalive: Boolean(farewell), credentials: 'same-origin', body: file ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
    reached(true);
    return response;
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    reached(false);
    throw new Problem(0);
  }
}

async function answer(response, { accept }) {
  if (response.ok && accept) return { data: await response.blob() };
  const text = await response.text();
  const data = text && (response.headers.get('Content-Type') ?? '').includes('json') ? JSON.parse(text) : null;
  if (!response.ok) throw new Problem(response.status, data ?? {});
  return { data, version: (response.headers.get('ETag') ?? '').replace(/^W\/|"/g, '') || null };
}

/** Notes whether the desk answered, and has it asked from time to time until it does. */
export function reached(online) {
  if (network.online === online) return;
  network.online = online;
  network.dispatchEvent(new Event('change'));
  if (!online) probe(1000);
}

function probe(pause) {
  setTimeout(async () => {
    try {
      await fetch('/health/live', { cache: 'no-store' });
      reached(true);
    } catch {
      probe(Math.min(pause * 1.5, 10_000));
    }
  }, pause);
}
