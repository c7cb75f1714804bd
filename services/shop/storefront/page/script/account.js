// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Registering, logging in and out. The token is kept for this tab only.

const demoCustomer = { email: 'shopper-001@example.test', password: 'faultline-demo' };

function accountView() {
  return session.value ? meView() : doorView();
}

// A form which says in place what went wrong, and is not sent twice.
function sheet({ test, title, service, fields, button, submit, more = [] }) {
  const answer = element('div', { 'aria-live': 'polite' });
  const form = element('form', { class: 'sheet', test: `${test}-form`, 'aria-label': title, on: { submit: async (event) => {
    event.preventDefault();
    const send = form.querySelector('[type=submit]');
    send.disabled = true;
    answer.replaceChildren();
    try {
      await submit(Object.fromEntries(new FormData(form)));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      answer.replaceChildren(formAnswer(problem, service));
    } finally { send.disabled = false; }
  } } },
  element('h2', {}, title),
  fields.map(({ label, ...rest }) => element('label', {}, label, element('input', { required: true, test: `${test}-${rest.name}`, ...rest }))),
  element('button', { type: 'submit', test: `${test}-submit` }, button), answer, more);
  return form;
}

function formAnswer(problem, service) {
  if (!problem.isAway) return element('p', { class: 'refused', test: 'refused', role: 'alert' }, problem.message);
  const [what, but] = comfort[problem.status === 0 ? 'storefront' : service];
  return element('p', { class: 'note', test: 'away', role: 'alert', data: { service } }, `${what} ${but} Please try again in a moment.`);
}

function doorView() {
  const email = { label: 'Email', name: 'email', type: 'email', autocomplete: 'username', maxlength: 254 };
  const logIn = sheet({ test: 'log-in', title: 'Log in', service: 'accounts', button: 'Log in', submit: enter,
    fields: [email, { label: 'Password', name: 'password', type: 'password', autocomplete: 'current-password' }],
    more: [element('p', { class: 'hint' }, 'Only looking? ', element('button', { type: 'button', class: 'link', test: 'log-in-demo',
      on: { click: () => { Object.entries(demoCustomer).forEach(([name, value]) => { logIn.elements[name].value = value; }); } } },
    'Fill in a demo customer'))] });
  const register = sheet({ test: 'register', title: 'New here?', service: 'accounts', button: 'Register',
    fields: [{ label: 'Name', name: 'name', autocomplete: 'name', maxlength: 100 }, email,
      { label: 'Password, eight characters or more', name: 'password', type: 'password', autocomplete: 'new-password', minlength: 8 }],
    submit: async (customer) => {
      await ask('POST', '/api/accounts', { body: customer });
      await enter({ email: customer.email, password: customer.password });
    } });
  return { title: 'Log in', panels: [], nodes: [
    element('h1', { id: 'view-title', tabindex: '-1' }, 'Who is there?'), element('div', { class: 'two' }, logIn, register)] };
}

async function enter({ email, password }) {
  const { data } = await ask('POST', '/api/sessions', { body: { email, password } });
  session.keep({ token: data.token, name: data.name, expiresAt: data.expiresAt });
  sessionChanged();
  say(`Good to see you, ${data.name}.`);
  go(afterLogIn.address ?? '#/');
  afterLogIn.address = null;
  if (afterLogIn.add) cart.add(...afterLogIn.add);
  afterLogIn.add = null;
}

// Where the customer was going when we asked who they are, and what they wanted to buy.
const afterLogIn = { address: null, add: null };

function meView() {
  const root = element('div');
  const panel = new Panel(root, {
    service: 'accounts', load: () => ask('GET', '/api/accounts/me'),
    render: ({ name, email }) => [element('p', { test: 'account-email' }, `${name} · ${email}`)],
  });
  const leave = element('button', { type: 'button', class: 'quiet', test: 'log-out', on: { click: logOut } }, 'Log out');
  return { title: 'Your account', panels: [panel], nodes: [
    element('section', { class: 'sheet', test: 'account', 'aria-label': 'Your account' },
      element('h1', { id: 'view-title', tabindex: '-1', test: 'account-name' }, `Hello, ${session.value.name}`),
      root, element('div', { class: 'row' }, leave, element('a', { href: '#/orders' }, 'Your orders')))] };
}

// The customer is out at once, whatever the service says.
async function logOut() {
  const goodbye = ask('DELETE', '/api/sessions/current');
  session.forget();
  sessionChanged();
  go('#/');
  try {
    await goodbye;
    say('You are logged out.');
  } catch { say('You are logged out on this page.'); }
}

function sessionEnded() {
  if (!session.value) { showView(); return; }
  session.forget();
  sessionChanged();
  say('Your session has ended: please log in again.');
  showView();
}
