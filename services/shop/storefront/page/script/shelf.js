// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The first page: a greeting, suggestions, and the shelf with its categories.

const shelfSize = 24;
const shelfOrders = [['', 'Our order'], ['name', 'Name'], ['price', 'Price, low first'], ['-price', 'Price, high first']];

function homeView({ category = '', page = 1, sort = '' }) {
  const view = { title: category || 'Fault Line Goods', nodes: [], panels: [] };
  if (!category && page === 1) {
    const welcome = welcomePart();
    view.nodes.push(welcome.hero, welcome.suggestions.section);
    view.panels.push(welcome.panel, welcome.suggestions.panel);
  }
  const shelf = shelfPart({ category, page, sort });
  view.nodes.push(shelf.section);
  view.panels.push(shelf.panel);
  return view;
}

// Greeting and suggestions come in one answer, whose parts may each be a stand-in.
function welcomePart() {
  let home = null;
  const load = () => (home ??= ask('GET', '/home').finally(() => { setTimeout(() => { home = null; }, 500); }));
  const part = async (name) => {
    const { data } = await load();
    return { data: data[name] ?? {}, degraded: data[name]?.degraded ?? '' };
  };
  const hero = element('section', { 'aria-label': 'Welcome' });
  const panel = new Panel(hero, {
    service: 'storefront',
    load: async () => ({ data: (await load()).data, degraded: '' }),
    render: ({ greeting, featured }) => [heroCard(greeting, featured?.items ?? [])],
    again: ({ featured }) => (featured?.degraded ? 5000 : 0), // the pictures come when the catalogue is back
  });
  return { hero, panel, suggestions: suggestionsSection('Others like these', () => part('suggestions')) };
}

function heroCard(greeting, featured) {
  return element('div', { class: 'hero' },
    element('div', {}, element('h1', { test: 'greeting' }, greeting),
      element('p', { class: 'lead' }, 'Plain, well-made things for the table, the desk and the garden. A thousand of them, each with a drawing of its own.')),
    element('div', { class: 'collage' }, featured.slice(0, 3).map((product) => element('a', {
      href: `#/product/${encodeURIComponent(product.id)}`, 'aria-label': product.name }, picture(product.id)))));
}

function shelfPart(place) {
  const root = element('div', { class: 'stack' });
  const section = element('section', { test: 'shelf', 'aria-label': 'Shelf', class: 'stack' },
    place.category ? element('h1', { id: 'view-title', tabindex: '-1' }, place.category) : element('h2', {}, 'On the shelf'), root);
  const panel = new Panel(root, {
    service: 'catalogue',
    load: () => ask('GET', `/api/products?${query({ ...place, size: shelfSize })}`),
    render: (data) => [shelfTools(data.categories ?? [], place), shelfGoods(data), pager(data, place)],
  });
  return { section, panel };
}

function shelfGoods({ items = [] }) {
  return items.length ? goodsGrid(items, 'shelf-item') : element('p', { class: 'empty' }, 'This part of the shelf is empty.');
}

function shelfTools(categories, place) {
  const chip = (name, label, count) => element('button', {
    type: 'button', class: 'chip', test: 'category', 'aria-pressed': String(place.category === name),
    data: { category: name, place: `category-${name}` }, on: { click: () => go(shelfAddress({ category: name, sort: place.sort })) },
  }, label, ' ', count !== undefined && element('span', {}, String(count)));
  const choice = element('select', { test: 'sort', 'aria-label': 'Sort by', data: { place: 'sort' },
    on: { change: (event) => go(shelfAddress({ ...place, page: 1, sort: event.target.value })) } },
  shelfOrders.map(([value, label]) => element('option', { value, selected: value === place.sort }, label)));
  return element('div', { class: 'stack' },
    element('div', { class: 'row categories', role: 'group', 'aria-label': 'Categories' },
      chip('', 'Everything'), categories.map(({ name, products }) => chip(name, name, products))),
    element('div', { class: 'row spread' }, element('span', { class: 'hint' }, place.page > 1 ? `Page ${place.page}` : ''), choice));
}

function pager({ total = 0, size = shelfSize }, place) {
  const pages = Math.max(1, Math.ceil(total / size));
  const turn = (page, label, test) => element('button', {
    type: 'button', class: 'quiet', test, disabled: page < 1 || page > pages, data: { place: test },
    on: { click: () => go(shelfAddress({ ...place, page })) },
  }, label);
  return element('nav', { class: 'pager', 'aria-label': 'Pages of the shelf' },
    turn(place.page - 1, '← Back', 'pager-previous'),
    element('span', { test: 'page-number' }, `${place.page} of ${pages}`),
    turn(place.page + 1, 'Next →', 'pager-next'));
}

function shelfAddress({ category = '', page = 1, sort = '' }) {
  const rest = query({ page: page > 1 ? page : '', sort });
  return `#/${category ? `category/${encodeURIComponent(category)}` : ''}${rest ? `?${rest}` : ''}`;
}
