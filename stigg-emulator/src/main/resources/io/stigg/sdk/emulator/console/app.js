// The frame of the console: where one is, what time it is, whether the page is up to date.

import { html, render, useEffect, useRef, useState } from './preact.js';
import { act, connectionState, follow, look, onNews, useKey } from './client.js';
import { Failure, Field, Time, useAnswer } from './parts.js';
import { Customers } from './customers.js';
import { Catalogue } from './catalogue.js';
import { Log } from './log.js';

const PAGES = [['customers', 'Customers'], ['catalogue', 'Catalogue'], ['log', 'Log']];
const STEPS = [['PT1H', '1 hour'], ['P1D', '1 day'], ['P30D', '30 days']];

const STATES = {
  connecting: 'Connecting',
  live: 'Live',
  lost: 'Connection lost; what is shown may be old',
  key: 'An API key is needed',
};

/** The place after the #: the page, and what is chosen on it. */
function place() {
  const [page, ...rest] = location.hash.replace(/^#\//, '').split('/').map(decodeURIComponent);
  return { page: PAGES.some(([id]) => id === page) ? page : 'customers', rest };
}

function usePlace() {
  const [current, setCurrent] = useState(place);
  useEffect(() => {
    const changed = () => setCurrent(place());
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return current;
}

function useConnection() {
  const [state, setState] = useState(connectionState);
  useEffect(() => {
    const changed = () => setState(connectionState());
    // It may have changed before anybody listened.
    changed();
    return onNews('connection', changed);
  }, []);
  return state;
}

function Clock() {
  const clock = useAnswer(() => look('clock'), 'state', []);
  const [failure, setFailure] = useState();
  const advance = step => act('clock', { advance: step }).then(() => setFailure(undefined), setFailure);
  return html`<div class="clock" role="group" aria-label="Clock">
    <span>${clock.value ? html`<${Time} at=${clock.value.now} />` : '…'}</span>
    ${STEPS.map(([step, name]) => html`<button type="button" key=${step} onClick=${() => advance(step)}>+ ${name}</button>`)}
    <${Failure} of=${failure} />
  </div>`;
}

function KeyForm() {
  const [key, setKey] = useState('');
  const submit = event => {
    event.preventDefault();
    useKey(key);
  };
  return html`<form class="card" onSubmit=${submit}>
    <h2>This emulator asks for an API key</h2>
    <p>The one that it was started with. It is kept until this tab is closed, and goes nowhere else.</p>
    <${Field} label="API key">
      <input type="password" autocomplete="off" required value=${key} onInput=${event => setKey(event.currentTarget.value)} />
    <//>
    <button type="submit">Use it</button>
  </form>`;
}

function Page({ at }) {
  if (at.page === 'catalogue') {
    return html`<${Catalogue} />`;
  }
  return at.page === 'log' ? html`<${Log} />` : html`<${Customers} customerId=${at.rest[0]} resourceId=${at.rest[1]} />`;
}

function App() {
  const at = usePlace();
  const connection = useConnection();
  const main = useRef();
  const isFirst = useRef(true);
  const title = PAGES.find(([id]) => id === at.page)[1];
  useEffect(() => {
    document.title = `${title} · Stigg emulator`;
    // Whoever listens to the page is to hear where they are, but for the first time, when it is read anyway.
    if (!isFirst.current) {
      main.current.focus();
    }
    isFirst.current = false;
  }, [at.page]);
  return html`
    <a class="skip" href="#main" onClick=${event => { event.preventDefault(); main.current.focus(); }}>Skip to content</a>
    <header>
      <h1>Stigg emulator</h1>
      <nav aria-label="Pages">
        ${PAGES.map(([id, name]) => html`
          <a key=${id} href="#/${id}" aria-current=${id === at.page ? 'page' : undefined}>${name}</a>`)}
      </nav>
      <span class="connection ${connection}" role="status">${STATES[connection]}</span>
      ${connection === 'key' ? null : html`<${Clock} />`}
    </header>
    <main id="main" tabIndex="-1" ref=${main} aria-label=${title}>
      ${connection === 'key' ? html`<${KeyForm} />` : html`<${Page} at=${at} />`}
    </main>`;
}

render(html`<${App} />`, document.getElementById('app'));
follow();
