// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The cart and the till, beside every view.

const cart = {
  items: null, // not known yet
  panel: null,

  start() {
    this.panel = new Panel(byId('cart-panel'), {
      service: 'cart', load: () => ask('GET', '/api/cart'), render: (data) => this.render(data),
    });
  },

  // After logging in or out.
  enter() {
    this.items = null;
    this.panel.stop();
    this.panel.shown = null;
    this.panel.notice.replaceChildren();
    till.clear();
    if (session.value) { this.panel.refresh(); return; }
    this.panel.put([element('p', { class: 'empty', test: 'cart-empty' },
      element('a', { href: '#/account' }, 'Log in'), ' to fill a cart.')]);
    this.count();
  },

  count() {
    const pieces = (this.items ?? []).reduce((sum, item) => sum + item.quantity, 0);
    byId('cart-count').hidden = pieces === 0;
    byId('cart-count').textContent = String(pieces);
    byId('nav-cart').setAttribute('aria-label', pieces ? `Cart, ${pieces} pieces` : 'Cart, empty');
  },

  render({ items = [], total = 0, currency = 'EUR', generation = 0 }) {
    this.items = items;
    this.count();
    till.offer(items, total, currency, generation);
    if (!items.length) return [element('p', { class: 'empty', test: 'cart-empty' }, 'Nothing in it yet.')];
    return [element('div', { class: 'stack' }, element('ul', { class: 'lines' }, items.map((item) => this.line(item))),
      element('p', { class: 'total' }, 'Total ', element('span', { test: 'cart-total' }, money(total, currency))))];
  },

  line({ product, name, price, quantity }) {
    const step = (by, sign, test, label) => element('button', { type: 'button', class: 'quiet', test, 'aria-label': `${label} ${name}`,
      disabled: quantity + by > 99, data: { place: `${test}-${product}` },
      on: { click: () => (quantity + by < 1 ? this.remove(product, name) : this.put(product, quantity + by)) } }, sign);
    return element('li', { test: 'cart-line', data: { product } }, picture(product),
      element('a', { class: 'name', href: `#/product/${encodeURIComponent(product)}` }, name),
      element('span', { class: 'price' }, money(price * quantity)),
      element('span', { class: 'stepper' }, step(-1, '−', 'cart-less', 'One less of'),
        element('span', { test: 'cart-quantity' }, String(quantity)), step(1, '+', 'cart-more', 'One more of')),
      element('button', { type: 'button', class: 'link hint', test: 'cart-remove', 'aria-label': `Take out ${name}`,
        on: { click: () => this.remove(product, name) } }, 'Take out'));
  },

  async add(product, name, quantity = 1) {
    if (!session.value) {
      Object.assign(afterLogIn, { address: location.hash || '#/', add: [product, name, quantity] });
      say('Please log in first; we keep this for you.');
      go('#/account');
      return;
    }
    if (await this.change(() => this.sendMore(product, quantity))) say(`${name} is in your cart.`);
  },

  // So many more than are there when it is this change's turn.
  async sendMore(product, quantity) {
    if (!this.items) this.panel.accept(await ask('GET', '/api/cart'));
    const there = this.items.find((item) => item.product === product)?.quantity ?? 0;
    return this.send(product, Math.min(99, there + quantity));
  },

  send(product, quantity) {
    return ask('PUT', `/api/cart/items/${encodeURIComponent(product)}`, { body: { quantity } });
  },

  put(product, quantity) {
    return this.change(() => this.send(product, quantity));
  },

  remove(product, name) {
    return this.change(() => ask('DELETE', `/api/cart/items/${encodeURIComponent(product)}`))
      .then((done) => done && say(`${name} is out of your cart.`));
  },

  // One change at a time, in the order of the clicks; each answers the whole cart.
  change(request) {
    const turn = (this.last ?? Promise.resolve()).then(async () => {
      try {
        this.panel.stop();
        const answer = await request();
        this.panel.attempt = 0;
        if (Array.isArray(answer.data.items)) this.panel.accept(answer);
        else await this.panel.refresh();
        return true;
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        await this.explain(problem);
        return false;
      }
    });
    this.last = turn.catch(() => {});
    return turn;
  },

  // The cart needs the catalogue to take something in: if the cart still answers, that is what is away.
  async explain(problem) {
    if (problem.status === 401) { sessionEnded(); return; }
    if (!problem.isAway) { say(problem.message); await this.panel.refresh(); return; }
    const answers = await ask('GET', '/api/cart').then((answer) => { this.panel.accept(answer); return true; }, () => false);
    if (!answers) { this.panel.refuse(problem); return; }
    this.panel.notice.replaceChildren(element('p', { class: 'note', test: 'away', role: 'alert', data: { service: 'catalogue' } },
      'The catalogue is taking a break, so nothing can be put in just now. Your cart still works.'));
    this.panel.later(waitBefore(4));
  },
};
