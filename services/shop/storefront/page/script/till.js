// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Paying. A key goes with each intention to buy, so that trying again never charges twice.

const testCards = [['4242 4242 4242 4242', 'pays'], ['4000 0000 0000 0002', 'is declined'], ['4000 0000 0000 9995', 'has no money']];

const patience = 30000; // milliseconds for which "Try again" goes on by itself

const till = {
  form: null,

  // {of, key}: the key, and the cart and card it is for. Kept until the shop has decided, also when the page is reloaded.
  get intention() { return kept.read('intention'); },
  set intention(value) {
    if (value) kept.write('intention', value);
    else kept.forget('intention');
  },
  keyFor(card) {
    const of = this.wish(card);
    if (this.intention?.of !== of) this.intention = { of, key: freshKey() };
    return this.intention.key;
  },
  wish(card) { return `${card.slice(-4)} ${this.basket}`; },

  clear() {
    clearTimeout(this.timer);
    this.form = null;
    byId('till').replaceChildren();
  },

  offer(items, total, currency, generation) {
    this.basket = JSON.stringify([generation, items]);
    if (!items.length && this.form) { this.form.remove(); this.form = null; }
    if (!items.length) return;
    if (!this.form) {
      this.form = this.build();
      byId('till').replaceChildren(this.form);
    }
    this.form.querySelector('[type=submit]').textContent = `Pay ${money(total, currency)}`;
  },

  build() {
    const card = element('input', { name: 'card', id: 'card', required: true, inputmode: 'numeric', autocomplete: 'off',
      placeholder: '4242 4242 4242 4242', pattern: '[0-9 \\-]{12,26}', title: 'The digits on the card', test: 'card-number' });
    const answer = element('div', { 'aria-live': 'polite', class: 'answer' });
    return element('form', { class: 'till', test: 'check-out-form', 'aria-label': 'Check out', on: { submit: (event) => {
      event.preventDefault();
      this.pay(card.value, answer);
    } } },
    element('label', {}, 'Card number', card),
    element('p', { class: 'hint' }, 'Not a real till. Take a test card:'),
    element('div', { class: 'cards' }, testCards.map(([number, does]) => element('button', { type: 'button', class: 'chip small', test: 'test-card',
      'aria-label': `Card ${number}, which ${does}`, data: { card: number.replaceAll(' ', '') }, on: { click: () => { card.value = number; } } },
    `…${number.slice(-4)} ${does}`))),
    element('button', { type: 'submit', test: 'pay' }, 'Pay'), answer);
  },

  async pay(number, answer, until = 0) {
    clearTimeout(this.timer);
    const card = number.replaceAll(/[ -]/g, '');
    const send = this.form.querySelector('[type=submit]');
    send.disabled = true;
    if (!until) answer.replaceChildren();
    try {
      await cart.last; // a change of the cart may be under way
      const { data } = await ask('POST', '/api/orders', { body: { card }, key: this.keyFor(card) });
      this.thank(data);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.explain(problem, answer);
      if (problem.isAway) this.payLater(number, answer, until, problem.retryAfter || 2);
    } finally { send.disabled = false; }
  },

  // What was interrupted may still be settled: it asks on for a while, for this cart and this card only.
  payLater(number, answer, until, seconds) {
    if (Date.now() + 1000 * seconds > until) return;
    const wish = this.wish(number);
    const { form } = this;
    this.timer = setTimeout(() => {
      const isSame = this.form === form && form.elements.card.value === number && this.wish(number) === wish;
      if (isSame) this.pay(number, answer, until);
    }, 1000 * seconds);
  },

  explain(problem, answer) {
    if (problem.status === 401) { sessionEnded(); return; }
    if (!problem.isAway) this.intention = null; // a clear no: the next try is a new one
    const retry = () => { if (this.form?.reportValidity()) this.pay(this.form.elements.card.value, answer, Date.now() + patience); };
    answer.replaceChildren(problem.isAway
      ? element('p', { class: 'note', test: 'away', role: 'alert', data: { service: problem.status === 0 ? 'storefront' : 'orders' } },
        'Checking out is taking a break. Your cart is safe, and trying again will not charge twice.',
        element('button', { type: 'button', class: 'link', test: 'retry', on: { click: retry } }, 'Try again'))
      : element('p', { class: 'refused', test: 'refused', role: 'alert' }, problem.message));
    if (problem.status === 409) cart.panel.refresh();
  },

  thank(order) {
    this.intention = null;
    this.clear();
    byId('till').replaceChildren(element('div', { class: 'done', test: 'order-confirmation', role: 'status' },
      element('strong', {}, 'Thank you!'),
      element('p', { test: 'confirmed-order', data: { order: order.id } }, `Your order of ${money(order.total)} is ${order.state}. A receipt is on its way.`),
      element('a', { href: '#/orders' }, 'See your orders')));
    this.emptyCart(0);
  },

  // What was bought leaves the cart by a message, a moment later.
  emptyCart(times) {
    setTimeout(async () => {
      await cart.panel.refresh();
      if (cart.items?.length && times < 8) this.emptyCart(times + 1);
    }, 150 * 2 ** Math.min(times, 4));
  },
};
