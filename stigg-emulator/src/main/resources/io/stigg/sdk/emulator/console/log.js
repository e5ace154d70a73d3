// What is asked and told, as it happens.

import { html, useRef, useState } from './preact.js';
import { forget, look } from './client.js';
import { Failure, Field, number, useAnswer } from './parts.js';

const SHOWN = 200;

async function everything() {
  const [exchanges, pushes, streams, faults] = await Promise.all([
    look('exchanges', { limit: SHOWN }), look('pushes', { limit: SHOWN }), look('streams'), look('faults')]);
  return { exchanges: exchanges.exchanges, pushes: pushes.pushes, streams, faults: faults.faults };
}

const outcome = exchange => (exchange.status === undefined ? 'no answer' : exchange.error ?? String(exchange.status));
const isBad = exchange => exchange.status === undefined || exchange.error !== undefined || exchange.status >= 400;
const contains = (entry, text) => JSON.stringify(entry).toLowerCase().includes(text.toLowerCase());
const time = instant => instant.slice(11, 23);

function Requests({ exchanges }) {
  return html`<section aria-labelledby="requests">
    <h3 id="requests">Requests</h3>
    <div class="scroll" tabIndex="0" role="region" aria-label="Table of requests">
      <table>
        <thead><tr>
          ${['Time', 'Operation', 'Outcome', 'Took', 'Client'].map(head => html`<th scope="col" key=${head}>${head}</th>`)}
        </tr></thead>
        <tbody>${exchanges.map(exchange => html`<tr key=${exchange.number}>
          <td>${time(exchange.at)}</td>
          <th scope="row">${exchange.operation ?? `${exchange.method} ${exchange.path}`}</th>
          <td class=${isBad(exchange) ? 'bad' : undefined}>${outcome(exchange)}</td>
          <td>${number(exchange.micros / 1000)} ms</td>
          <td>${exchange.client ?? 'unnamed'} ${exchange.clientVersion ?? ''}</td>
        </tr>`)}</tbody>
      </table>
    </div>
    ${exchanges.length ? null : html`<p>Nothing was asked.</p>`}
  </section>`;
}

function about(push) {
  const [kind, body] = Object.entries(push)[0];
  return [kind, body.customerId ?? body.packageRefId, body.resourceId ?? body.entitlementReference?.id];
}

function Pushes({ pushes }) {
  return html`<section aria-labelledby="pushes">
    <h3 id="pushes">Pushed events</h3>
    <ul class="pushes">
      ${pushes.map((push, index) => html`<li key=${pushes.length - index}>
        <details>
          <summary>${about(push).filter(Boolean).join(' · ')}</summary>
          <pre tabIndex="0" role="region" aria-label="The event">${JSON.stringify(push, null, 2)}</pre>
        </details>
      </li>`)}
    </ul>
    ${pushes.length ? null : html`<p>Nothing was told.</p>`}
  </section>`;
}

function Streams({ streams }) {
  const faults = [
    streams.silent ? ['silent'] : [],
    streams.refusing ? ['refuses new sockets'] : [],
    streams.withoutV2 ? ['without the newer subscriptions'] : [],
    streams.delayMillis ? [`late by ${number(streams.delayMillis)} ms`] : [],
  ].flat();
  return html`<section aria-labelledby="streams">
    <h3 id="streams">Streams</h3>
    <p>${number(streams.open)} open, ${number(streams.opened)} opened since the start.</p>
    <ul>${streams.sockets.map((socket, index) => html`<li key=${index}>
      ${socket.client ?? 'unnamed client'} ${socket.clientVersion ?? ''}: ${socket.operations.join(', ') || 'nothing subscribed to'}
    </li>`)}</ul>
    ${faults.length ? html`<p class="bad">Faults: ${faults.join(', ')}</p>` : null}
  </section>`;
}

function Faults({ faults }) {
  return html`<section aria-labelledby="faults">
    <h3 id="faults">Faults of requests</h3>
    ${faults.length ? html`<ul>${faults.map((fault, index) => html`<li key=${index} class="bad">
      ${fault.action} ${fault.status ?? ''} ${fault.millis ? `${number(fault.millis)} ms` : ''}
      ${fault.times ? ` × ${number(fault.times)}` : ' until it is ended'} ${fault.only ? `only ${fault.only}` : ''}
    </li>`)}</ul>` : html`<p>None is switched on.</p>`}
  </section>`;
}

export function Log() {
  const [filter, setFilter] = useState('');
  const [paused, setPaused] = useState(false);
  const kept = useRef();
  const answer = useAnswer(everything, 'log', []);
  if (!paused || !kept.current) {
    kept.current = answer.value;
  }
  const shown = kept.current;
  const clear = () => Promise.all([forget('exchanges'), forget('pushes')]);
  return html`<h2>Log</h2>
    <div class="bar">
      <${Field} label="Only what contains">
        <input type="search" value=${filter} onInput=${event => setFilter(event.currentTarget.value)} />
      <//>
      <button type="button" aria-pressed=${paused} onClick=${() => setPaused(!paused)}>Pause</button>
      <button type="button" onClick=${clear}>Clear</button>
    </div>
    <${Failure} of=${answer.failure} />
    ${shown ? html`
      <${Requests} exchanges=${shown.exchanges.filter(each => contains(each, filter)).reverse()} />
      <${Pushes} pushes=${shown.pushes.filter(each => contains(each, filter)).reverse()} />
      <${Streams} streams=${shown.streams} />
      <${Faults} faults=${shown.faults} />` : null}`;
}
