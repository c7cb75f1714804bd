// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The history: orders, with the messages and shipments of each. Three services, three panels.

const states = { confirmed: ['Confirmed', 'good'], refused: ['Not placed', 'bad'], compensated: ['Not placed', 'bad'], unwinding: ['Being undone', 'bad'] };

function ordersView() {
  if (!session.value) {
    afterLogIn.address = '#/orders';
    return accountView();
  }
  const post = { messages: [], shipments: [] };
  const list = element('div');
  const draw = () => { list.querySelectorAll('[data-order]').forEach((order) => fillPost(order, post)); };
  const panels = [new Panel(list, {
    service: 'orders', load: () => ask('GET', '/api/orders'),
    render: ({ items = [] }) => {
      queueMicrotask(draw);
      return [items.length ? element('div', { class: 'stack' }, items.map(orderCard))
        : element('p', { class: 'empty' }, 'You have not ordered anything yet.')];
    },
  })];
  const notes = ['messages', 'shipments'].map((name) => postNotes(name, post, draw, panels));
  return { title: 'Your orders', panels, nodes: [element('section', { class: 'stack', test: 'orders', 'aria-label': 'Orders' },
    element('h1', { id: 'view-title', tabindex: '-1' }, 'Your orders'), notes, list)] };
}

// Fetches all messages or shipments of the customer, and asks on for a while for those still on their way.
function postNotes(name, post, draw, panels) {
  const root = element('div');
  let asked = 0;
  panels.push(new Panel(root, {
    service: name === 'messages' ? 'notifications' : 'shipping', slim: true,
    load: () => ask('GET', `/api/${name}`),
    render: ({ items = [] }) => { post[name] = items; draw(); return []; },
    again: () => Math.min(1000 * 1.5 ** (asked += 1), 15000),
  }));
  return root;
}

function orderCard({ id, state, total, currency, items = [], placedAt }) {
  const [label, mood] = states[state] ?? ['Being placed', ''];
  return element('article', { class: 'order', test: 'order', 'aria-label': `Order of ${day(placedAt)}`, data: { order: id } },
    element('div', { class: 'row spread' },
      element('div', { class: 'row' }, element('h2', {}, money(total, currency)),
        element('span', { class: `badge ${mood}`, test: 'order-state', data: { state } }, label)),
      element('span', { class: 'hint' }, day(placedAt))),
    element('ul', {}, items.map((item) => element('li', { class: 'item', test: 'order-item' },
      element('a', { href: `#/product/${encodeURIComponent(item.product)}` }, `${item.quantity} × ${item.name}`),
      element('span', { class: 'price' }, money(item.price * item.quantity, currency))))),
    element('div', { class: 'post', data: { state } }));
}

function fillPost(order, post) {
  const mine = (items) => items.filter((item) => item.order === order.dataset.order);
  const box = order.querySelector('.post');
  const open = new Set(Array.from(box.querySelectorAll('details[open]'), (letter) => letter.dataset.message));
  const shipments = mine(post.shipments).map(({ carrier, tracking }) => element('p', { test: 'order-shipment' },
    `On its way with ${carrier}, tracking ${tracking}`));
  const letters = mine(post.messages).map(({ id, subject, body, sentAt }) => element('details',
    { test: 'order-message', data: { message: id }, open: open.has(id) },
    element('summary', {}, subject, ' ', element('span', { class: 'hint' }, day(sentAt))), element('pre', {}, body)));
  const all = [...shipments, ...letters];
  const waiting = box.dataset.state === 'confirmed' ? 'Receipt and parcel are on their way.' : '';
  box.replaceChildren(...(all.length ? all : [element('p', { class: 'hint' }, waiting)]));
}
