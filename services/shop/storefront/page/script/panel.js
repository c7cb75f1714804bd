// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A part of the page which fails and heals on its own: while its service is away it says so in a friendly word
// and keeps asking; what it showed before stays. A stand-in answer gets a soft note, and it asks on for the real one.

const comfort = {
  catalogue: ['The catalogue is taking a break.', 'Your cart still works, and so does the search.'],
  search: ['Search is taking a break.', 'You can still walk along the shelves.'],
  recommendations: ['Our suggestions are taking a break.', 'Everything else is where it was.'],
  cart: ['The cart is taking a break.', 'What is in it is safe. You can go on looking.'],
  orders: ['Your orders are taking a break.', 'They are safe, and so is your cart.'],
  notifications: ['Messages are taking a break.', 'Receipts will arrive a little later.'],
  shipping: ['Shipping is taking a break.', 'Your parcels are not forgotten.'],
  accounts: ['Accounts are taking a break.', 'Whoever is logged in stays logged in and can buy.'],
  storefront: ['The shop does not answer just now.', 'We keep knocking.'],
};

const standIns = {
  'remembered answers': 'Search is taking a break. This is what we remember.',
  'best sellers': 'Suggestions are taking a break. Here are our best sellers.',
  'names as last seen': 'Names and prices as we last saw them.',
  'no tracking yet': 'Shipping is taking a break: no tracking yet.',
  'an empty shelf': 'The catalogue is taking a break.',
};

function degradedNote(text) {
  if (!text) return null;
  return element('p', { class: 'note', test: 'degraded', data: { degraded: text } },
    text.split(', ').map((part) => standIns[part] ?? `For now: ${part}.`).join(' '));
}

function awayNote(service, retry) {
  return element('p', { class: 'note', test: 'away', role: 'status', data: { service } }, comfort[service].join(' '),
    element('button', { type: 'button', class: 'link', test: 'retry', on: { click: retry } }, 'Try again now'));
}

function awayCard(service, retry) {
  const [what, but] = comfort[service];
  return element('div', { class: 'away', test: 'away', role: 'status', data: { service } },
    element('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
      element('path', { d: 'M5 9h11v6a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4Z' }), element('path', { d: 'M16 10.5h1.6a2.2 2.2 0 0 1 0 4.5H16' }),
      element('path', { d: 'M8.5 6c-.8-1 .8-1.600 0-2.800M12 6c-.8-1 .8-1.600 0-2.800' })),
    element('strong', {}, what), element('p', { class: 'hint' }, but),
    element('button', { type: 'button', class: 'quiet small', test: 'retry', on: { click: retry } }, 'Try again now'));
}

class Panel {
  // load() answers {data, degraded}; render(data, degraded) answers elements; again(data): milliseconds until it is worth
  // asking again, or nothing; slim: a part that takes no room of its own.
  constructor(root, { service, load, render, again, slim = false }) {
    Object.assign(this, { root, service, load, render, again, slim, turn: 0, attempt: 0, shown: null });
    this.notice = element('div');
    this.body = element('div', { class: 'stack' }, !slim && element('div', { class: 'busy', test: 'busy', role: 'status', 'aria-label': 'Loading' }));
    root.replaceChildren(this.notice, this.body);
  }

  async refresh() {
    clearTimeout(this.timer);
    const turn = this.turn += 1;
    this.body.setAttribute('aria-busy', 'true');
    try {
      const answer = await this.load();
      if (turn === this.turn) this.accept(answer);
    } catch (problem) {
      if (turn === this.turn) this.refuse(problem);
    }
    if (turn === this.turn) this.body.removeAttribute('aria-busy');
  }

  stop() {
    this.turn += 1;
    clearTimeout(this.timer);
  }

  accept({ data, degraded }) {
    this.body.removeAttribute('aria-busy');
    this.notice.replaceChildren(...[degradedNote(degraded)].filter(Boolean));
    const shown = JSON.stringify([data, degraded]);
    if (shown !== this.shown) this.put(this.render(data, degraded));
    this.shown = shown;
    if (!degraded) this.attempt = 0;
    const wait = degraded ? this.nextWait() : this.again?.(data);
    if (wait) this.later(wait);
  }

  refuse(problem) {
    if (!(problem instanceof Problem)) throw problem;
    if (problem.status === 401) { sessionEnded(); return; }
    const service = problem.status === 0 ? 'storefront' : this.service;
    if (!problem.isAway) {
      this.shown = null;
      this.notice.replaceChildren();
      this.put([element('p', { class: 'refused', test: 'refused', role: 'alert' }, problem.message)]);
      return;
    }
    if (this.slim && problem.status === 0) {
      this.notice.replaceChildren(); // the larger panel beside it says so already
    } else if (this.notice.firstElementChild?.dataset.service !== service) {
      const retry = () => { this.attempt = 0; this.refresh(); };
      const isSmall = this.slim || this.shown !== null; // what was there before stays below
      this.notice.replaceChildren(isSmall ? awayNote(service, retry) : awayCard(service, retry));
    }
    if (this.shown === null) this.body.replaceChildren();
    this.later(this.nextWait());
  }

  nextWait() { return waitBefore(this.attempt += 1); }

  later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.root.isConnected) this.refresh();
    }, wait);
  }

  // Whoever uses the keyboard keeps their place when the panel is drawn anew.
  put(elements) {
    const place = this.body.contains(document.activeElement) ? document.activeElement.dataset.place : undefined;
    this.body.replaceChildren(...elements);
    if (place) this.body.querySelector(`[data-place="${CSS.escape(place)}"]`)?.focus();
  }
}
