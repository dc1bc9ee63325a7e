/** Says that one is at a ticket or writes there, and knows who else is. */
import { call } from '../data/api.js';

const BEAT = 25_000;
const WRITING = 8_000;

export class Presence {
  #ticket = null;
  #timer;
  #wrote = 0;
  #show;
  /** Who closes the page has left too; one that the browser kept and shows again is back. */
  #closed = () => this.#ticket && this.#say(this.#ticket, 'gone', true);
  #shown = event => event.persisted && this.#ticket && this.#beat();

  constructor(show) {
    this.#show = show;
  }

  arrive(ticket) {
    this.#ticket = ticket;
    this.#wrote = 0;
    window.addEventListener('pagehide', this.#closed);
    window.addEventListener('pageshow', this.#shown);
    this.#beat();
  }

  leave() {
    clearTimeout(this.#timer);
    window.removeEventListener('pagehide', this.#closed);
    window.removeEventListener('pageshow', this.#shown);
    const ticket = this.#ticket;
    this.#ticket = null;
    if (ticket) this.#say(ticket, 'gone');
  }

  writing() {
    const begins = Date.now() - this.#wrote > WRITING;
    this.#wrote = Date.now();
    if (begins && this.#ticket) this.#beat();
  }

  told({ ticket, people }) {
    if (ticket === this.#ticket) this.#show(people);
  }

  async #beat() {
    clearTimeout(this.#timer);
    const ticket = this.#ticket;
    const writing = Date.now() - this.#wrote < WRITING;
    if (!document.hidden) {
      const found = await this.#say(ticket, writing ? 'writing' : 'viewing');
      if (found && ticket === this.#ticket) {
        this.#show(found.items.map(({ person, activity }) => ({ ...person, activity })));
      }
    }
    if (ticket === this.#ticket) this.#timer = setTimeout(() => this.#beat(), writing ? WRITING : BEAT);
  }

  /** Who else is here is a courtesy: without it everything goes on. */
  #say(ticket, activity, farewell = false) {
    return call('PUT', `/tickets/${ticket}/presence`, { body: { activity }, quiet: true, farewell }).then(said => said.data, () => null);
  }
}
