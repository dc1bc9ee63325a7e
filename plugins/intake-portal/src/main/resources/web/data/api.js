/**
 * The only caller of the HTTP API in the pages of customers. Nobody is signed in there: it sends no session, so that what a
 * plugin asks is asked by somebody whom the desk does not know, whoever sits in front of the page.
 */
const BASE = '/api/v1';

/** A refusal of the desk (RFC 9457), or a network that does not answer. */
export class Problem extends Error {
  constructor(status, body = {}) {
    super(body.title ?? 'The desk did not answer');
    this.status = status;
    this.code = String(body.type ?? '').replace('urn:switchboard:problem:', '') || (status ? 'unknown' : 'offline');
    this.detail = body.detail ?? '';
    this.errors = body.errors ?? [];
    this.body = body;
  }

  get offline() {
    return this.code === 'offline';
  }
}

/** Makes a key by which the desk knows a repeated addition. */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Calls the API and answers `{data, version}`; `body` is sent as JSON, `version` as If-Match. */
export async function call(method, path, { body, version, key, signal } = {}) {
  const headers = { Accept: 'application/json' };
  if (version != null) headers['If-Match'] = `"${version}"`;
  if (key) headers['Idempotency-Key'] = key;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const response = await reach(BASE + path, { method, headers, signal, credentials: 'omit', body: body === undefined ? undefined : JSON.stringify(body) });
  const text = await response.text();
  const data = text && (response.headers.get('Content-Type') ?? '').includes('json') ? JSON.parse(text) : null;
  if (!response.ok) throw new Problem(response.status, data ?? {});
  return { data, version: (response.headers.get('ETag') ?? '').replace(/^W\/|"/g, '') || null };
}

export const get = (path, options) => call('GET', path, options).then(found => found.data);

async function reach(address, request) {
  try {
    return await fetch(address, request);
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Problem(0);
  }
}
