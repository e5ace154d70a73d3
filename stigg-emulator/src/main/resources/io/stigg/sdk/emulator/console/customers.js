// The customers, and what one of them has.

import { html, useState } from './preact.js';
import { look } from './client.js';
import { Choice, Failure, Field, number, useAnswer } from './parts.js';
import { Entitlements } from './entitlements.js';
import { Actions } from './actions.js';
import { Timeline } from './timeline.js';

const link = (customerId, resourceId) =>
  `#/customers/${encodeURIComponent(customerId)}${resourceId ? `/${encodeURIComponent(resourceId)}` : ''}`;

function List({ customers, count, chosen }) {
  if (!count) {
    return html`<p>No customer. Any client makes one with <code>provisionCustomer</code>.</p>`;
  }
  return html`${count > customers.length ? html`<p>${number(customers.length)} of ${number(count)}</p>` : null}<ul class="customers">
    ${customers.map(customer => html`<li key=${customer.customerId}>
      <a href=${link(customer.customerId)} aria-current=${customer.customerId === chosen ? 'true' : undefined}>
        <strong>${customer.name ?? customer.customerId}</strong>
        <span>${customer.customerId}</span>
        <span>${customer.plans.join(', ') || 'no subscription'}</span>
      </a>
    </li>`)}
  </ul>`;
}

function Customer({ customer, resourceId }) {
  const resources = [['', 'the customer as a whole'], ...customer.resources.map(id => [id, id])];
  return html`<div class="customer">
    <h2>${customer.name ?? customer.customerId}</h2>
    <p><code>${customer.customerId}</code>${customer.email ? ` · ${customer.email}` : ''}</p>
    ${customer.resources.length || resourceId
      ? html`<${Choice} label="Resource" value=${resourceId ?? ''} options=${resources}
          onChange=${id => { location.hash = link(customer.customerId, id); }} />`
      : null}
    <${Entitlements} customerId=${customer.customerId} resourceId=${resourceId} />
    <${Actions} key=${`${customer.customerId}/${resourceId}`} customerId=${customer.customerId} resourceId=${resourceId} />
    <${Timeline} customerId=${customer.customerId} resourceId=${resourceId} />
  </div>`;
}

export function Customers({ customerId, resourceId }) {
  const [search, setSearch] = useState('');
  const found = useAnswer(() => look('customers', { search }), 'state', [search]);
  const one = useAnswer(
    async () => (customerId ? (await look('customers', { id: customerId })).customers : []), 'state', [customerId]);
  const chosen = one.value?.[0];
  const isMissing = customerId && one.value && !chosen;
  return html`<div class="columns">
    <section aria-label="Customers" class="side">
      <h2>Customers</h2>
      <${Field} label="Search">
        <input type="search" value=${search} onInput=${event => setSearch(event.currentTarget.value)} />
      <//>
      <${Failure} of=${found.failure} />
      ${found.value ? html`<${List} ...${found.value} chosen=${customerId} />` : null}
    </section>
    ${chosen ? html`<${Customer} customer=${chosen} resourceId=${resourceId} />` : null}
    ${isMissing ? html`<p class="customer">There is no customer <code>${customerId}</code>.</p>` : null}
    ${customerId ? null : html`<p class="customer">Choose a customer to see what it may do, and why.</p>`}
  </div>`;
}
