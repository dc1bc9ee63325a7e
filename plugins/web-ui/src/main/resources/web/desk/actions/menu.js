/** What else can be done with a ticket: a menu that offers only what the ticket and the reader's rights allow. */
import { html } from 'lit';
import { PageElement } from '../../kit/element.js';
import { icon } from '../../kit/icons.js';
import '../../kit/picker.js';
import { contributed, titleOf } from '../../data/contributions.js';
import { may } from '../../data/session.js';
import { t } from '../../text/index.js';
import { wanted } from '../parts.js';
import { defectsAreReported, isConfirmed } from './defects.js';
import '../../slots/dialog.js';

const OVER = new Set(['closed', 'archived']);
const standing = ticket => ticket.disposition === 'none' && ticket.status !== 'archived';
const open = ticket => standing(ticket) && !OVER.has(ticket.status);

/** In the order of the menu: the id of the action, its sign, the right that it takes, and when it makes sense. */
const ALL = [
  ['escalate', 'escalate', 'ticket.assign', open],
  ['postpone', 'clock', 'ticket.transition', ticket => open(ticket) && !ticket.postponedUntil],
  ['wake', 'clock', 'ticket.transition', ticket => standing(ticket) && ticket.postponedUntil],
  ['merge', 'merge', 'ticket.link', standing],
  ['unmerge', 'split', 'ticket.link', ticket => ticket.disposition === 'merged'],
  ['split', 'split', 'ticket.link', standing],
  ['chain', 'chain', 'ticket.link', standing],
  ['link', 'link', 'ticket.link', standing],
  ['defect', 'bug', 'ticket.edit', ticket => open(ticket) && !isConfirmed(ticket)],
  ['conceal', 'lock', 'ticket.set_confidential', ticket => standing(ticket) && !ticket.confidential],
  ['reveal', 'lock', 'ticket.set_confidential', ticket => standing(ticket) && ticket.confidential],
  ['spam', 'spam', 'ticket.trash', standing],
  ['trash', 'discarded', 'ticket.trash', standing],
  ['restore', 'reply', 'ticket.trash', ticket => ticket.disposition === 'spam' || ticket.disposition === 'trash'],
];

class Actions extends PageElement {
  static properties = { ticket: { attribute: false }, messages: { attribute: false } };

  options = async () => {
    const reported = await defectsAreReported();
    const own = ALL.filter(([action, , right, fits]) => may(right) && fits(this.ticket) && (action !== 'defect' || reported))
      .map(([action, sign]) => ({ id: action, label: t(`act.${action}`), mark: icon(sign) }));
    return [...own, ...contributed('ticket-action').map(entry => ({ id: entry.element, label: titleOf(entry), mark: icon(entry.icon) }))];
  };

  run(id) {
    const added = contributed('ticket-action').find(entry => entry.element === id);
    if (added) this.querySelector('sb-slot-dialog').show(added, { ticket: this.ticket, changed: () => this.tell('moved') });
    else this.ask(id);
  }

  /** Opens the dialog that answers an escalation. */
  answer(id, escalation) {
    this.ask(id, { escalation });
  }

  async ask(id, others) {
    const part = await wanted('actions');
    if (part) this.querySelector('sb-action-dialog').ask(part.ACTIONS[id], this.ticket, { thread: this.messages ?? [], ...others });
  }

  render() {
    return html`<sb-picker .face=${'plain'} .shown=${html`${icon('more')}<span class="word">${t('act.title')}</span>`} .name=${t('act.title')} .label=${t('act.title')} .options=${this.options}
        @pick=${event => this.run(event.detail)}></sb-picker><sb-action-dialog></sb-action-dialog><sb-slot-dialog></sb-slot-dialog>`;
  }
}
customElements.define('sb-actions', Actions);
