// Model: what anywidget's model is to the explorer, with the Python in a worker at its other end.

export class Model {
  /** traits : {name: value}. post : sends a message to Python. */
  constructor(traits, post) {
    Object.assign(this, { traits, post, listeners: new Map(), changed: {} });
  }

  get(name) {
    return this.traits[name];
  }

  on(event, act) {
    if (!this.listeners.has(event)) this.listeners.set(event, new Set());
    this.listeners.get(event).add(act);
  }

  off(event, act) {
    this.listeners.get(event)?.delete(act);
  }

  /** Each listener hears of a change once all of them are made. */
  update(traits) {
    Object.assign(this.traits, traits);
    for (const name of Object.keys(traits))
      for (const act of this.listeners.get(`change:${name}`) ?? []) act();
  }

  set(name, value) {
    this.changed[name] = value;
    this.update({ [name]: value });
  }

  save_changes() {
    this.post({ set: this.changed });
    this.changed = {};
  }

  send(content) {
    this.post({ say: content });
  }
}
