// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Elements, money and short messages. Text is always set as text, never as markup.

const svgNames = new Set(['svg', 'path', 'circle', 'rect']);

// element('a', {href: '#/', class: 'x', test: 'nav', on: {click: f}}, 'text', child, ...)
function element(name, properties = {}, ...children) {
  const made = svgNames.has(name) ? document.createElementNS('http://www.w3.org/2000/svg', name)
    : document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === 'on') Object.entries(value).forEach(([type, action]) => made.addEventListener(type, action));
    else if (key === 'test') made.dataset.test = value;
    else if (key === 'data') Object.assign(made.dataset, value);
    else made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
  return made;
}

const byId = (id) => document.getElementById(id);

function money(cents, currency = 'EUR') {
  const amount = Number.isFinite(cents) ? cents / 100 : 0;
  return new Intl.NumberFormat('en-IE', { style: 'currency', currency }).format(amount);
}

function day(text) {
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? '' : moment.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}

function say(text) {
  const toast = element('p', { class: 'toast', test: 'toast' }, text);
  const toasts = byId('toasts');
  toasts.append(toast);
  while (toasts.children.length > 2) toasts.firstElementChild.remove();
  setTimeout(() => toast.remove(), 4000);
}

// A picture with a placeholder under it, which stays while there is none. Asks again, less and less often.
function picture(product, name = '') {
  const address = `/api/products/${encodeURIComponent(product)}/picture`;
  const image = element('img', { alt: name, width: 320, height: 320, loading: 'lazy', decoding: 'async' });
  const box = element('span', { class: 'picture', data: { picture: 'loading' } },
    element('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
      element('path', { d: 'M4 8 12 4l8 4v8l-8 4-8-4Z' }), element('path', { d: 'M4 8l8 4 8-4M12 12v8' })), image);
  let attempts = 0;
  image.addEventListener('load', () => { box.dataset.picture = 'shown'; });
  image.addEventListener('error', () => {
    box.dataset.picture = 'missing';
    attempts += 1;
    setTimeout(() => { if (box.isConnected) image.src = `${address}?again=${attempts}`; }, waitBefore(attempts + 1));
  });
  image.src = address;
  return box;
}

// Milliseconds before the next attempt: 1, 2, 4, 8 and then each 15 s, not all panels at once.
function waitBefore(attempt) {
  return Math.min(1000 * 2 ** Math.min(attempt - 1, 4), 15000) * (0.85 + Math.random() * 0.3);
}
