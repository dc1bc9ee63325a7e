/**
 * Asks for a page and answers the document and its address. The browser itself makes the document of the answer and runs none of
 * its scripts, so that no text becomes markup here.
 */
export function page(address, { method = 'GET', body, signal, progress } = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.responseType = 'document';
    if (progress) request.upload.addEventListener('progress', progress);
    request.addEventListener('load', () => {
      if (request.response) resolve({ document: request.response, address: request.responseURL, status: request.status });
      else reject(new TypeError(`no page came, but ${request.status}`));
    });
    request.addEventListener('error', () => reject(new TypeError('nothing came')));
    request.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')));
    signal?.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}
