// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The customers' one door. Every answer is {data, degraded}; everything else is thrown as a Problem.

class Problem extends Error {
  constructor(status, detail, subject = '', retryAfter = 0) {
    super(detail);
    this.status = status; // 0: the shop itself did not answer
    this.subject = subject;
    this.retryAfter = retryAfter; // seconds; 0: nobody said
  }
  // The other side is not there for now, as opposed to: it said no.
  get isAway() { return this.status === 0 || this.status >= 500; }
}

// What this tab remembers, also when it is reloaded.
const kept = {
  read(name) {
    try { return JSON.parse(sessionStorage.getItem(name) ?? 'null'); } catch { return null; }
  },
  write(name, value) { sessionStorage.setItem(name, JSON.stringify(value)); },
  forget(name) { sessionStorage.removeItem(name); },
};

const session = {
  get value() {
    const value = kept.read('session');
    return value && typeof value.token === 'string' ? value : null;
  },
  keep(value) { kept.write('session', value); },
  forget() { kept.forget('session'); },
};

function words(header) {
  try { return decodeURIComponent(header ?? ''); } catch { return header ?? ''; }
}

async function problemOf(response) {
  const document = await response.json().catch(() => ({}));
  return new Problem(response.status, document.detail || document.title || `The shop answered ${response.status}`,
    document.subject ?? '', Number(response.headers.get('Retry-After')) || 0);
}

async function ask(method, path, { body, key } = {}) {
  const headers = {};
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (key) headers['Idempotency-Key'] = key;
  if (session.value) headers.Authorization = `Bearer ${session.value.token}`;
  let response;
  try {
    response = await fetch(path, {
      method, headers, cache: 'no-store', body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(20000),
    });
  } catch {
    throw new Problem(0, 'The shop does not answer');
  }
  if (!response.ok) throw await problemOf(response);
  const text = response.status === 204 ? '' : await response.text().catch(() => '');
  try {
    return { data: text ? JSON.parse(text) : {}, degraded: words(response.headers.get('Faultline-Degraded')) };
  } catch { throw new Problem(502, 'The answer was cut off'); }
}

const query = (parameters) => new URLSearchParams(
  Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '')).toString();

// A key for one intention, so that repeating it does not do it twice.
function freshKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
