// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which view is open: the address says it, so that going back, bookmarks and reloads work.

const views = {
  home: homeView, product: productView, search: searchView, orders: ordersView, account: accountView,
  cart: () => ({ title: 'Your cart', nodes: [], panels: [] }),
};
let current = { panels: [] };

function placeOf(address) {
  const [path, rest = ''] = address.replace(/^#\/?/, '').split('?');
  const parameters = Object.fromEntries(new URLSearchParams(rest));
  const [name, argument = ''] = path.split('/').map((part) => { try { return decodeURIComponent(part); } catch { return part; } });
  const page = Math.max(1, Number.parseInt(parameters.page, 10) || 1);
  const sort = shelfOrders.some(([value]) => value === parameters.sort) ? parameters.sort : '';
  if (name === 'category') return ['home', { category: argument, page, sort }];
  if (name === 'product' && argument) return ['product', { id: argument }];
  if (name === 'search' && argument.trim()) return ['search', { words: argument }];
  if (['orders', 'account', 'cart'].includes(name)) return [name, {}];
  return ['home', { page, sort }];
}

function go(address) {
  if (location.hash === address) showView();
  else location.hash = address;
}

function showView() {
  const [name, place] = placeOf(location.hash);
  current.panels.forEach((panel) => panel.stop());
  current = views[name](place);
  document.documentElement.dataset.view = name;
  document.title = current.title === 'Fault Line Goods' ? current.title : `${current.title} · Fault Line Goods`;
  byId('view').replaceChildren(...current.nodes);
  current.panels.forEach((panel) => panel.refresh());
  for (const link of ['orders', 'account', 'cart']) {
    if (link === name) byId(`nav-${link}`).setAttribute('aria-current', 'page');
    else byId(`nav-${link}`).removeAttribute('aria-current');
  }
  if (name !== 'search') byId('search').value = '';
  else if (document.activeElement !== byId('search')) byId('search').value = place.words;
}

// A new view is read out from its heading; typing a search is not interrupted.
function moveFocus() {
  if (document.activeElement === byId('search')) return;
  scrollTo(0, 0);
  const title = document.documentElement.dataset.view === 'cart' ? byId('cart-title') : byId('view-title') ?? byId('view');
  title.focus({ preventScroll: true });
}

function sessionChanged() {
  byId('nav-account').textContent = session.value?.name ?? 'Log in';
  cart.enter();
}

function startSearch() {
  const field = byId('search');
  let pause;
  const look = () => {
    const text = field.value.trim();
    const address = text ? `#/search/${encodeURIComponent(text)}` : '#/';
    if (document.documentElement.dataset.view !== 'search') { if (text) go(address); return; }
    if (location.hash === address) return;
    history.replaceState(null, '', address);
    showView();
  };
  field.addEventListener('input', () => { clearTimeout(pause); pause = setTimeout(look, 220); });
  byId('search-form').addEventListener('submit', (event) => { event.preventDefault(); clearTimeout(pause); look(); });
}

byId('skip').addEventListener('click', (event) => { event.preventDefault(); byId('view').focus(); });
addEventListener('hashchange', () => { showView(); moveFocus(); });
cart.start();
sessionChanged();
startSearch();
showView();
document.documentElement.dataset.ready = 'true';
