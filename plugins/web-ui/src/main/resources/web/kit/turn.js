/**
 * Lets the browser answer and paint before what follows, so that a long piece of work is done in short ones. No timer: those of a page that nobody
 * looks at wait for a second.
 */
export const turn = () => globalThis.scheduler?.yield?.() ?? new Promise(resolve => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = resolve;
  port2.postMessage(null);
});
