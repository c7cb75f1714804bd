// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One product, and what others bought with it. And: what a search has found.

function productView({ id }) {
  const root = element('section', { test: 'product', 'aria-label': 'Product' });
  const panel = new Panel(root, {
    service: 'catalogue', load: () => ask('GET', `/api/products/${encodeURIComponent(id)}`),
    render: (product) => {
      document.title = `${product.name} · Fault Line Goods`;
      return [productSheet(product)];
    },
  });
  const beside = suggestionsSection('Often bought together',
    () => ask('GET', `/api/recommendations?${query({ product: id })}`));
  return { title: 'Product', nodes: [backLink(), root, beside.section], panels: [panel, beside.panel] };
}

const backLink = () => element('p', {}, element('button', { type: 'button', class: 'link',
  on: { click: () => (history.length > 1 ? history.back() : go('#/')) } }, '← Back'));

function productSheet(product) {
  const amount = element('input', { type: 'number', min: 1, max: 99, value: 1, class: 'amount', test: 'quantity',
    'aria-label': 'Quantity', data: { place: 'quantity' } });
  const add = (event) => {
    event.preventDefault();
    cart.add(product.id, product.name, Math.min(99, Math.max(1, Math.round(Number(amount.value)) || 1)));
  };
  return element('article', { class: 'one' }, picture(product.id, `Drawing of ${product.name}`),
    element('div', { class: 'stack' },
      element('p', { class: 'hint' }, element('a', { href: shelfAddress({ category: product.category }) }, product.category)),
      element('h1', { id: 'view-title', tabindex: '-1', test: 'product-name' }, product.name),
      element('p', { class: 'price', test: 'product-price' }, money(product.price, product.currency)),
      element('p', { class: 'lead' }, product.description),
      element('form', { class: 'row', on: { submit: add } }, amount,
        element('button', { type: 'submit', test: 'add-to-cart', data: { product: product.id, place: 'add' } }, 'Add to cart'))));
}

function searchView({ words: text }) {
  const root = element('div');
  const title = element('h1', { id: 'view-title', tabindex: '-1' }, `“${text}”`);
  const panel = new Panel(root, {
    service: 'search', load: () => ask('GET', `/api/search?${query({ q: text, limit: 48 })}`),
    render: ({ items = [], total = items.length }, degraded) => [
      element('p', { class: 'hint', role: 'status' }, found(items.length, total, degraded)),
      goodsGrid(items, 'search-item')],
  });
  const section = element('section', { test: 'search-results', class: 'stack', 'aria-label': 'Search results' }, title, root);
  return { title: `Search: ${text}`, nodes: [section], panels: [panel] };
}

function found(shown, total, degraded) {
  if (total === 0 && degraded) return 'We do not remember this one. It is looked up as soon as search is back.';
  if (total === 0) return 'Nothing has these words. Try fewer, or only the beginning of one.';
  return total > shown ? `${total} things fit; here are the best ${shown}.` : `${total} ${total === 1 ? 'thing fits' : 'things fit'}.`;
}
