// What a customer is entitled to, and where it comes from, as the backend's own calculation tells it.

import { html, useState } from './preact.js';
import { look } from './client.js';
import { Failure, Time, grantInWords, number, useAnswer, words } from './parts.js';

const STANDINGS = {
  COUNTS: 'counts: nothing is more generous',
  WITHHOLDS: 'withholds, which has no effect beside what grants',
  OVER_BUDGET: 'its budget is spent',
  LIMITED: 'limited, where another is not',
  SMALLER: 'a smaller limit',
  HARD: 'a hard limit, where another of the same size is soft',
  SAME: 'the same as one before it',
};

const EFFECTS = {
  COUNTS: 'counts',
  OVERRIDES: 'overrides the others',
  REPLACED: 'overridden',
  WITHHOLDS: 'withholds',
};

const ORIGINS = { PLAN: 'plan', AGREEMENT: 'agreed on, instead of what is in the plan', ADDON: 'add-on', PROMOTION: 'promotion' };

const isMetered = feature => ['Fluctuating', 'Incremental'].includes(feature?.meterType);

function Part({ part, metered }) {
  const times = part.quantity === 1 ? '' : ` × ${number(part.quantity)}`;
  const name = part.origin === 'PROMOTION' ? '' : ` ${part.name ?? part.id}`;
  return html`<li>
    ${ORIGINS[part.origin]}${name}${times}: ${grantInWords(part.grant, metered)}
    ${' '}<span class="effect ${part.effect.toLowerCase()}">${EFFECTS[part.effect]}</span>
  </li>`;
}

function Source({ source, metered }) {
  const counts = source.standing === 'COUNTS';
  return html`<li class=${counts ? 'source decisive' : 'source'}>
    <p>
      ${source.subscriptionId ? html`Subscription <code>${source.subscriptionId}</code>` : 'Granted beside subscriptions'}:
      ${' '}<strong>${grantInWords(source.grant, metered)}</strong>
      ${' '}<span class="standing">${counts ? 'Wins' : 'Loses'} – ${STANDINGS[source.standing]}</span>
    </p>
    <ul>${source.parts.map(part => html`<${Part} key=${part.origin + part.id} part=${part} metered=${metered} />`)}</ul>
  </li>`;
}

function Credits({ credits }) {
  return html`<table>
    <caption>Credits, in the order in which they are consumed</caption>
    <thead><tr><th scope="col">Grant</th><th scope="col">Left</th><th scope="col">Expires</th></tr></thead>
    <tbody>
      ${credits.map(grant => html`<tr key=${grant.grantId}>
        <th scope="row">${grant.displayName || words(grant.grantType)}</th>
        <td>${number(grant.amount - grant.consumedAmount)} of ${number(grant.amount)}</td>
        <td>${grant.expireAt ? html`<${Time} at=${grant.expireAt} />` : 'never'}</td>
      </tr>`)}
    </tbody>
  </table>`;
}

function Usage({ explanation }) {
  const entitlement = explanation.entitlement;
  if (!entitlement || entitlement.currentUsage === undefined) {
    return null;
  }
  const limit = entitlement.hasUnlimitedUsage ? undefined : entitlement.usageLimit;
  const reset = entitlement.usagePeriodEnd;
  return html`
    ${limit > 0 ? html`<progress max=${limit} value=${Math.min(limit, Math.max(0, entitlement.currentUsage))}
      aria-label="Usage of ${explanation.name}"></progress>` : null}
    ${reset ? html`<p>Resets <${Time} at=${reset} /></p>` : null}`;
}

function Entitlement({ explanation }) {
  const metered = isMetered(explanation.feature);
  const id = explanation.featureId ?? explanation.currencyId;
  return html`<li class="entitlement" data-id=${id}>
    <h4>${explanation.name} <code>${id}</code></h4>
    <p>
      <span class=${explanation.hasAccess ? 'verdict granted' : 'verdict denied'}>${explanation.hasAccess ? 'Granted' : 'Denied'}</span>
      ${' '}${explanation.inWords.replace(/^(Granted|Denied)[:.]? ?/, '')}
      ${explanation.accessDeniedReason ? html` <code>${explanation.accessDeniedReason}</code>` : null}
    </p>
    <${Usage} explanation=${explanation} />
    ${explanation.sources.length || explanation.credits.length ? html`<details>
      <summary>Why ${explanation.name}?</summary>
      ${explanation.sources.length ? html`<ol class="sources">
        ${explanation.sources.map((source, index) =>
          html`<${Source} key=${index} source=${source} metered=${metered} />`)}
      </ol>` : null}
      ${explanation.credits.length ? html`<${Credits} credits=${explanation.credits} />` : null}
    </details>` : null}
  </li>`;
}

export function Entitlements({ customerId, resourceId }) {
  const [all, setAll] = useState(false);
  const answer = useAnswer(
    () => look('explanations', { customer: customerId, resource: resourceId }), 'state', [customerId, resourceId]);
  const explanations = answer.value?.explanations ?? [];
  const hasAny = explanation => explanation.sources.length || explanation.credits.length || explanation.entitlement;
  const others = explanations.filter(explanation => !hasAny(explanation)).length;
  return html`<section aria-labelledby="entitlements">
    <h3 id="entitlements">Entitlements</h3>
    <${Failure} of=${answer.failure} />
    <ul class="entitlements">
      ${explanations.filter(explanation => all || hasAny(explanation)).map(explanation =>
        html`<${Entitlement} key=${explanation.featureId ?? explanation.currencyId} explanation=${explanation} />`)}
    </ul>
    ${others ? html`<label class="check">
      <input type="checkbox" checked=${all} onChange=${event => setAll(event.currentTarget.checked)} />
      Also the ${others} that nothing gives
    </label>` : null}
  </section>`;
}
