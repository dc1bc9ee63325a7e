/** Which tickets of a list are chosen; tells `change` whenever that turns. */
export class Selection extends EventTarget {
  #chosen = new Set();
  #anchor = null;

  get size() {
    return this.#chosen.size;
  }

  has(id) {
    return this.#chosen.has(id);
  }

  /** Those of the list that are chosen, in its order. */
  of(items) {
    return items.filter(item => this.#chosen.has(item.id));
  }

  /** Chooses a ticket or no longer; as a range, all from the one before to it become what it becomes. */
  toggle(id, items, range = false) {
    const wanted = !this.#chosen.has(id);
    const from = items.findIndex(item => item.id === this.#anchor);
    const to = items.findIndex(item => item.id === id);
    const touched = range && from >= 0 ? items.slice(Math.min(from, to), Math.max(from, to) + 1).map(item => item.id) : [id];
    touched.forEach(one => wanted ? this.#chosen.add(one) : this.#chosen.delete(one));
    this.#anchor = id;
    this.#tell();
  }

  /** Chooses exactly these. */
  set(ids) {
    this.#chosen = new Set(ids);
    this.#tell();
  }

  clear() {
    this.#anchor = null;
    this.set([]);
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}
