/** Diagnostic questions: what is asked about tickets of which category. All are kept together, so they are saved together. */
import { html, nothing } from 'lit';
import { ask } from '../kit/ask.js';
import { icon } from '../kit/icons.js';
import { emptyState } from '../kit/states.js';
import { toast } from '../kit/toast.js';
import { call, Problem } from '../data/api.js';
import { categories, categoryName } from '../data/catalogue.js';
import { may } from '../data/session.js';
import { t } from '../text/index.js';
import { AdminPage, heading, refusal } from './page.js';

const KINDS = ['text', 'number', 'yes_no', 'choice'];

/** An id for a question that has none yet, made of its words. */
function idOf(text, taken) {
  const words = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+|_+$/g, '').slice(0, 30) || 'question';
  let id = words;
  for (let number = 2; taken.has(id); number++) id = `${words}_${number}`;
  return id;
}

class Questions extends AdminPage {
  static properties = { draft: { state: true }, refused: { state: true }, busy: { state: true } };

  right = 'desk.configure';

  load = async () => {
    const [{ data, version }, filed] = await Promise.all([call('GET', '/diagnostic-questions'), categories()]);
    return { sets: data.sets, version, filed };
  };

  titled = () => t('admin.place.questions');

  page() {
    const { sets } = this.found;
    return html`<div class="admin-page">${heading(this.titled(), html`<button type="button" class="primary" @click=${() => this.edit(null)}>${icon('plus')}${t('questions.add')}</button>`)}
      <div class="admin-scroll" tabindex="0"><p class="lead">${t('questions.text')}</p>${this.draft ? nothing : refusal(this.refused)}
        ${sets.length ? html`<ul class="cards">${sets.map(set => this.card(set))}</ul>` : emptyState('list', t('questions.none'), t('questions.none.text'))}</div>${this.form()}</div>`;
  }

  card(set) {
    return html`<li class="card"><div class="what"><h2><button type="button" class="as-link" @click=${() => this.edit(set)}>${categoryName(set.category)}</button></h2>
      <ul class="bullets">${set.questions.map(question => html`<li>${question.text} <span class="quiet small">${t(`questions.kind.${question.kind}`)}${question.choices.length ? `: ${question.choices.join(', ')}` : ''}${question.required ? ` · ${t('ask.needed')}` : ''}</span></li>`)}</ul></div></li>`;
  }

  async edit(set) {
    this.refused = null;
    this.draft = { set, category: set?.category ?? '', questions: set ? set.questions.map(question => ({ ...question, choices: question.choices.join('\n') })) : [this.blank()] };
    await this.updateComplete;
    this.querySelector('dialog').showModal();
  }

  blank = () => ({ id: '', text: '', kind: 'text', choices: '', required: false });

  change(index, changes) {
    this.draft = { ...this.draft, questions: this.draft.questions.map((question, at) => at === index ? { ...question, ...changes } : question) };
  }

  move(index) {
    const questions = [...this.draft.questions];
    [questions[index - 1], questions[index]] = [questions[index], questions[index - 1]];
    this.draft = { ...this.draft, questions };
  }

  /** What is asked without words is not asked. */
  get wanted() {
    const { category, questions } = this.draft;
    const taken = new Set(questions.map(question => question.id).filter(Boolean));
    const asked = questions.filter(question => question.text.trim()).map(question => {
      const id = question.id || idOf(question.text, taken);
      taken.add(id);
      return { id, text: question.text.trim(), kind: question.kind, required: question.required,
        choices: question.kind === 'choice' ? question.choices.split('\n').map(choice => choice.trim()).filter(Boolean) : [] };
    });
    return { category, questions: asked };
  }

  async save(event) {
    event.preventDefault();
    const { set } = this.draft;
    const wanted = this.wanted;
    const sets = set ? this.found.sets.map(other => other.category === set.category ? wanted : other) : [...this.found.sets, wanted];
    await this.put(sets.filter(other => other.questions.length));
  }

  async remove() {
    const { set } = this.draft;
    if (await ask({ title: t('questions.remove.ask', { name: categoryName(set.category) }), text: t('questions.remove.text'), yes: t('record.remove'), danger: true })) {
      await this.put(this.found.sets.filter(other => other.category !== set.category));
    }
  }

  async put(sets) {
    this.busy = true;
    this.refused = null;
    try {
      await call('PUT', '/diagnostic-questions', { body: { sets }, version: this.found.version });
      this.querySelector('dialog').close();
      toast(t('record.saved'));
      await this.refresh();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.refused = problem;
      if (problem.status === 412) await this.refresh();
    } finally {
      this.busy = false;
    }
  }

  form() {
    if (!this.draft) return nothing;
    const { set, category, questions } = this.draft;
    const taken = new Set(this.found.sets.map(other => other.category));
    const open = this.found.filed.filter(one => !taken.has(one.id) || one.id === set?.category);
    return html`<dialog class="record wide" aria-labelledby="questions-title" @close=${() => { this.draft = null; }}>
      <header><h2 id="questions-title">${set ? categoryName(set.category) : t('questions.add')}</h2><button type="button" class="plain square" aria-label=${t('app.close')} @click=${() => this.querySelector('dialog').close()}>${icon('close')}</button></header>
      <form @submit=${this.save} novalidate><div class="body">${this.refused ? this.problems() : nothing}
        ${set ? nothing : html`<div class="field"><label for="questions-category">${t('ticket.category')}</label><select id="questions-category" required @change=${event => { this.draft = { ...this.draft, category: event.target.value }; }}>
          <option value="">${t('settings.choose')}</option>${open.map(one => html`<option value=${one.id} ?selected=${one.id === category}>${categoryName(one.id)}</option>`)}</select><p class="hint">${t('questions.category.hint')}</p></div>`}
        <ol class="question-list">${questions.map((question, index) => this.question(question, index))}</ol>
        <p><button type="button" @click=${() => { this.draft = { ...this.draft, questions: [...questions, this.blank()] }; }}>${icon('plus')}${t('questions.another')}</button></p>
        </div><div class="actions">${set && may('desk.configure') ? html`<button type="button" class="risky first" ?disabled=${this.busy} @click=${() => this.remove()}>${icon('discarded')}${t('record.remove')}</button>` : nothing}
          <button type="button" @click=${() => this.querySelector('dialog').close()}>${t('app.cancel')}</button>
          <button class="primary" ?disabled=${this.busy || !category}>${t('settings.save')}</button></div></form></dialog>`;
  }

  problems() {
    const { refused } = this;
    if (refused.status === 412) return html`<div class="notice bad" role="alert">${t('questions.changed')}</div>`;
    return refused.errors.length ? html`<div class="notice bad" role="alert"><ul>${refused.errors.map(error => html`<li lang="en">${error.field}: ${error.message}</li>`)}</ul></div>` : refusal(refused);
  }

  question(question, index) {
    const number = index + 1;
    return html`<li><fieldset><legend class="label">${t('questions.number', { number })}</legend>
      <div class="line"><input aria-label=${t('questions.words', { number })} placeholder=${t('questions.words.example')} maxlength="200" .value=${question.text} @input=${event => this.change(index, { text: event.target.value })}>
        <select aria-label=${t('questions.kind', { number })} @change=${event => this.change(index, { kind: event.target.value })}>${KINDS.map(kind => html`<option value=${kind} ?selected=${kind === question.kind}>${t(`questions.kind.${kind}`)}</option>`)}</select>
        ${index ? html`<button type="button" class="plain square" aria-label=${t('questions.up', { number })} title=${t('questions.up', { number })} @click=${() => this.move(index)}>${icon('up')}</button>` : nothing}
        <button type="button" class="plain square" aria-label=${t('questions.drop', { number })} title=${t('questions.drop', { number })} @click=${() => { this.draft = { ...this.draft, questions: this.draft.questions.filter((one, at) => at !== index) }; }}>${icon('close')}</button></div>
      ${question.kind === 'choice' ? html`<textarea rows="3" aria-label=${t('questions.choices', { number })} placeholder=${t('questions.choices.example')} .value=${question.choices} @input=${event => this.change(index, { choices: event.target.value })}></textarea>` : nothing}
      <label class="switch"><input type="checkbox" .checked=${question.required} @change=${event => this.change(index, { required: event.target.checked })}>${t('questions.required')}</label></fieldset></li>`;
  }
}
customElements.define('sb-questions', Questions);
