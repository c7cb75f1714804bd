// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Products on cards, as found by the shelf, the search and the suggestions.

function goodsCard(product, test) {
  const address = `#/product/${encodeURIComponent(product.id)}`;
  return element('li', { class: 'goods', test, data: { product: product.id } },
    picture(product.id),
    element('div', { class: 'words' },
      element('h3', {}, element('a', { href: address }, product.name)),
      product.category && element('span', { class: 'kind' }, product.category)),
    element('div', { class: 'buy' }, element('span', { class: 'price' }, money(product.price, product.currency)),
      element('button', {
        type: 'button', class: 'small', test: 'add-to-cart', 'aria-label': `Add ${product.name} to the cart`,
        data: { product: product.id, place: `add-${test}-${product.id}` }, on: { click: () => cart.add(product.id, product.name) },
      }, 'Add')));
}

function goodsGrid(products, test, style = 'grid') {
  return element('ul', { class: style }, products.map((product) => goodsCard(product, test)));
}

// Products which others bought as well; of one product, or in general.
function suggestionsSection(title, load) {
  const root = element('div');
  const section = element('section', { test: 'suggestions', 'aria-label': title, class: 'stack' }, element('h2', {}, title), root);
  const panel = new Panel(root, {
    service: 'recommendations', load,
    render: ({ items = [] }) => [items.length ? goodsGrid(items.slice(0, 4), 'suggestion', 'grid strip')
      : element('p', { class: 'empty' }, 'Nothing to suggest yet.')],
  });
  return { section, panel };
}
