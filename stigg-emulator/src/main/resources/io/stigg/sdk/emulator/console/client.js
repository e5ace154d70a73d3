// Talks to the emulator that the page came from, and to nobody else.

const KEY = 'stigg-emulator-api-key';
const NAME = 'Stigg emulator console';
const RECONNECT_MILLIS = 1000;
const GATHER_MILLIS = 40;

export class KeyNeeded extends Error {}

function headers(more) {
  const key = sessionStorage.getItem(KEY);
  return { 'Content-Type': 'application/json', ...(key ? { 'X-API-KEY': key } : {}), ...more };
}

async function send(method, path, body, more) {
  const response = await fetch(path, {
    method,
    headers: headers(more),
    body: body === undefined ? undefined : JSON.stringify(body),
    cache: 'no-store',
  });
  if (response.status === 401) {
    become('key');
    throw new KeyNeeded('The emulator wants an API key');
  }
  const answer = await response.json();
  if (!response.ok && !answer.data) {
    throw new Error(messages(answer));
  }
  return answer;
}

function messages(answer) {
  return (answer.errors || []).map(error => `${error.extensions?.code ?? 'Error'}: ${error.message}`).join('; ');
}

/** Reads something of the control, such as `customers`. */
export function look(path, parameters = {}) {
  const present = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  const query = present.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return send('GET', `/control/${path}${query ? `?${query}` : ''}`);
}

/** Asks GraphQL something that nobody is to notice: it fails on no fault, and is in no log. */
export async function ask(document, variables) {
  const answer = await send('POST', '/control/query', { query: document, variables });
  if (answer.errors) {
    throw new Error(messages(answer));
  }
  return answer.data;
}

/** Does something by the control. */
export function act(resource, body) {
  return send('POST', `/control/${resource}`, body);
}

export function forget(resource) {
  return send('DELETE', `/control/${resource}`);
}

/** Calls GraphQL as any client does. */
export async function call(document, variables) {
  const operationName = /^\s*(?:query|mutation)\s+(\w+)/.exec(document)[1];
  const answer = await send('POST', '/graphql', { query: document, operationName, variables }, {
    'apollographql-client-name': NAME,
    'x-graphql-operation-name': operationName,
  });
  if (answer.errors) {
    throw new Error(messages(answer));
  }
  return answer.data;
}

// What is new, by topic, and the state of the connection that tells it.

const listeners = new Map([['state', new Set()], ['log', new Set()], ['connection', new Set()]]);
const gathering = new Map();
let connection = 'connecting';

export function onNews(topic, listener) {
  listeners.get(topic).add(listener);
  return () => listeners.get(topic).delete(listener);
}

function tell(topic) {
  if (!gathering.has(topic)) {
    gathering.set(topic, setTimeout(() => {
      gathering.delete(topic);
      listeners.get(topic).forEach(listener => listener());
    }, GATHER_MILLIS));
  }
}

export const connectionState = () => connection;

function become(state) {
  if (connection !== state) {
    connection = state;
    listeners.get('connection').forEach(listener => listener());
  }
}

export function useKey(key) {
  sessionStorage.setItem(KEY, key);
  become('connecting');
  follow();
}

/** Follows what is new, for ever, unless a key is missing. */
export async function follow() {
  for (;;) {
    try {
      await listen();
    } catch (failure) {
      if (failure instanceof KeyNeeded) {
        become('key');
        return;
      }
    }
    become('lost');
    await new Promise(resume => setTimeout(resume, RECONNECT_MILLIS));
  }
}

async function listen() {
  const response = await fetch('/control/live', { headers: headers(), cache: 'no-store' });
  if (response.status === 401) {
    throw new KeyNeeded();
  }
  if (!response.ok) {
    throw new Error(`status ${response.status}`);
  }
  become('live');
  tell('state');
  tell('log');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }
    const lines = (rest + value).split('\n');
    rest = lines.pop();
    lines.filter(line => line.startsWith('data:'))
      .flatMap(line => line.slice('data:'.length).trim().split(' '))
      .filter(topic => listeners.has(topic))
      .forEach(tell);
  }
}
